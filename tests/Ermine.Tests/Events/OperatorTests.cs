using System.Text;

namespace Ermine.Tests.Events;

/// <summary>What each operator matches, and what it does not: the table of docs/events.md, row by row.</summary>
public sealed class OperatorTests
{
    [Theory]
    [InlineData("""["x"]""", "\"x\"", true)]
    [InlineData("""["x"]""", "\"X\"", false)]
    [InlineData("""["x"]""", "\"\\u0078\"", true)]
    [InlineData("""["\u0078"]""", "\"x\"", true)]
    [InlineData("""["é"]""", "\"e\\u0301\"", false)]
    [InlineData("""["😀"]""", "\"\\ud83d\\ude00\"", true)]
    [InlineData("""["a\"b\\c\/d\n"]""", "\"a\\\"b\\\\c/d\\u000a\"", true)]
    [InlineData("""[""]""", "\"\"", true)]
    [InlineData("""["1"]""", "1", false)]
    [InlineData("""["true"]""", "true", false)]
    [InlineData("""["null"]""", "null", false)]
    [InlineData("""["x"]""", "[\"y\",[\"z\",[\"x\"]]]", true)]
    public void A_string_equals_a_string(string alternatives, string value, bool matches) => Check(alternatives, value, matches);

    [Theory]
    [InlineData("2001:db8::1", "2001:DB8::1", true)]
    [InlineData("2001:db8::1", "2001:0db8:0:0:0:0:0:1", true)]
    [InlineData("10.0.0.1", "::ffff:0a00:0001", true)]
    [InlineData("::ffff:0a00:0001", "10.0.0.1", true)]
    [InlineData("10.0.0.1", "010.0.0.1", true)]
    [InlineData("10.0.0.1", "10.0.0.2", false)]
    [InlineData("10.0.0.1", "10.0.0.1 ", false)]
    [InlineData("10.0.0.1", "a00::1", false)]
    [InlineData("::a00:1", "10.0.0.1", false)]
    [InlineData("256.0.0.1", "256.0.0.1", true)]
    [InlineData("256.0.0.1", "0256.0.0.1", false)]
    [InlineData("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0", true)]
    [InlineData("1:2:3:4:5:6:7:", "1:2:3:4:5:6:7:0", false)]
    [InlineData("00000000000.0.0.1", "0.0.0.1", false)]
    public void A_text_that_is_an_address_equals_the_same_address(string pattern, string value, bool matches)
    {
        Check($"[\"{pattern}\"]", $"\"{value}\"", matches);
        Check($"[{{\"exactly\":\"{pattern}\"}}]", $"\"{value}\"", pattern == value);
    }

    [Theory]
    [InlineData("[1]", "1.0", true)]
    [InlineData("[1]", "1e0", true)]
    [InlineData("[1]", "10E-1", true)]
    [InlineData("[100]", "1e+2", true)]
    [InlineData("[0]", "-0", true)]
    [InlineData("[0]", "0e999", true)]
    [InlineData("[1]", "1.0000000000000000000001", false)]
    [InlineData("[0.1]", "0.10", true)]
    [InlineData("[1]", "\"1\"", false)]
    [InlineData("[-1]", "1", false)]
    [InlineData("[123456789012]", "123456789012", true)]
    [InlineData("[123456789012]", "1.23456789012e11", true)]
    [InlineData("[9007199254740993]", "9007199254740993", true)]
    [InlineData("[9007199254740993]", "9007199254740992", false)]
    [InlineData("[9007199254740993]", "9007199254740993.0", false)]
    [InlineData("[1e400]", "1e400", true)]
    [InlineData("[1e400]", "10e399", false)]
    [InlineData("[1e99999999999999999999]", "1e99999999999999999999", true)]
    [InlineData("[true]", "true", true)]
    [InlineData("[true]", "false", false)]
    [InlineData("[true]", "\"true\"", false)]
    [InlineData("[null]", "null", true)]
    [InlineData("[null]", "0", false)]
    [InlineData("[null]", "[]", false)]
    public void A_number_or_literal_equals_its_like(string alternatives, string value, bool matches) => Check(alternatives, value, matches);

    [Theory]
    [InlineData("""{"prefix":"ab"}""", "\"abc\"", true)]
    [InlineData("""{"prefix":"ab"}""", "\"a\"", false)]
    [InlineData("""{"prefix":"1"}""", "12", false)]
    [InlineData("""{"prefix":""}""", "\"\"", true)]
    [InlineData("""{"prefix":""}""", "null", false)]
    [InlineData("""{"suffix":"bc"}""", "\"abc\"", true)]
    [InlineData("""{"suffix":"bc"}""", "\"ab\"", false)]
    [InlineData("""{"suffix":""}""", "\"x\"", true)]
    [InlineData("""{"suffix":"大雨"}""", "\"今日は大雨\"", true)]
    [InlineData("""{"prefix":"0123456789012345678901234567890123456789"}""", "\"0123456789012345678901234567890123456789x\"", true)]
    [InlineData("""{"prefix":"0123456789012345678901234567890123456789"}""", "\"012345678901234567890123456789012345678X\"", false)]
    [InlineData("""{"prefix":{"equals-ignore-case":"ab"}}""", "\"ABc\"", true)]
    [InlineData("""{"prefix":{"equals-ignore-case":"ab"}}""", "\"b\"", false)]
    [InlineData("""{"suffix":{"equals-ignore-case":"BC"}}""", "\"abc\"", true)]
    [InlineData("""{"suffix":{"equals-ignore-case":"ß"}}""", "\"groSS\"", true)]
    [InlineData("""{"prefix":{"equals-ignore-case":""}}""", "\"\"", true)]
    [InlineData("""{"suffix":{"equals-ignore-case":""}}""", "1", false)]
    [InlineData("""{"prefix":"x\""}""", "\"x\"", false)]
    [InlineData("""{"suffix":"\""}""", "\"\"", false)]
    public void The_start_or_end_of_a_string_is_compared(string alternative, string value, bool matches) => Check($"[{alternative}]", value, matches);

    [Theory]
    [InlineData("straße", "STRASSE", true)]
    [InlineData("strasse", "STRAßE", false)]
    [InlineData("STRASSE", "straße", false)]
    [InlineData("Yes", "yES", true)]
    [InlineData("yes", "yes ", false)]
    [InlineData("é", "É", true)]
    [InlineData("Σ", "ς", false)]
    [InlineData("ς", "Σ", true)]
    [InlineData("İ", "i\u0307", true)]
    [InlineData("İ", "i", false)]
    [InlineData("ı", "I", true)]
    [InlineData("\u212a", "k", true)]
    [InlineData("k", "\u212a", false)]
    [InlineData("ǅ", "ǆ", true)]
    [InlineData("ǅ", "ǅ", false)]
    [InlineData("ⱥ", "Ⱥ", true)]
    [InlineData("ᾳ", "ΑΙ", true)]
    [InlineData("ﬃ", "FFI", true)]
    [InlineData("a😀", "A😀", true)]
    [InlineData("", "", true)]
    public void Each_unit_of_a_pattern_stands_in_its_lower_or_upper_form(string pattern, string value, bool matches) =>
        Check($"[{{\"equals-ignore-case\":\"{pattern}\"}}]", $"\"{value}\"", matches);

    [Theory]
    [InlineData("a*b", "ab", true)]
    [InlineData("a*b", "axxb", true)]
    [InlineData("a*b", "axxbc", false)]
    [InlineData("*", "", true)]
    [InlineData("*a*", "xay", true)]
    [InlineData("a*a", "a", false)]
    [InlineData("*ab*ab", "abab", true)]
    [InlineData("*ab*ab", "aab", false)]
    [InlineData("a\\\\*b", "a*b", true)]
    [InlineData("a\\\\*b", "axb", false)]
    [InlineData("a\\\\\\\\*", "a\\\\x", true)]
    [InlineData("", "", true)]
    [InlineData("", "x", false)]
    [InlineData("*aaaaaaaaaaaaaaaaab*", "xaaaaaaaaaaaaaaaaaaabx", true)]
    [InlineData("*aaaaaaaaaaaaaaaaab*", "xaaaaaaaaaaaaaaaaaaax", false)]
    [InlineData("*日*", "今日は", true)]
    public void A_star_stands_for_any_run(string pattern, string value, bool matches)
    {
        Check($"[{{\"wildcard\":\"{pattern}\"}}]", $"\"{value}\"", matches);
        Check($"[{{\"anything-but\":{{\"wildcard\":[\"{pattern}\"]}}}}]", $"\"{value}\"", !matches);
    }

    [Theory]
    [InlineData("\"x\"", "\"y\"", true)]
    [InlineData("\"x\"", "\"x\"", false)]
    [InlineData("[\"x\",\"y\"]", "\"y\"", false)]
    [InlineData("[\"x\",\"y\"]", "[\"x\",\"z\"]", true)]
    [InlineData("[\"x\",\"y\"]", "[\"x\",\"y\"]", false)]
    [InlineData("[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\"]", "\"9\"", false)]
    [InlineData("[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\"]", "\"0\"", true)]
    [InlineData("\"1\"", "1", true)]
    [InlineData("\"x\"", "null", true)]
    [InlineData("\"x\"", "{}", false)]
    [InlineData("\"10.0.0.1\"", "\"010.0.0.1\"", true)]
    [InlineData("1", "1.0", false)]
    [InlineData("0", "-0.0", false)]
    [InlineData("[1,2]", "3", true)]
    [InlineData("1", "\"1\"", true)]
    [InlineData("9007199254740993", "9007199254740993.0", false)]
    [InlineData("{\"prefix\":\"a\"}", "\"b\"", true)]
    [InlineData("{\"prefix\":[\"a\",\"b\"]}", "\"bc\"", false)]
    [InlineData("{\"prefix\":\"a\"}", "5", true)]
    [InlineData("{\"suffix\":\"a\"}", "\"ba\"", false)]
    [InlineData("{\"equals-ignore-case\":[\"a\",\"b\"]}", "\"B\"", false)]
    [InlineData("{\"equals-ignore-case\":\"a\"}", "\"ab\"", true)]
    public void Anything_but_takes_a_value_that_is_not_among_its_own(string values, string value, bool matches) => Check($"[{{\"anything-but\":{values}}}]", value, matches);

    [Theory]
    [InlineData("\">\",0,\"<=\",5", "5", true)]
    [InlineData("\">\",0,\"<=\",5", "0", false)]
    [InlineData("\">\",0,\"<=\",5", "5.0000000000000000000000001", false)]
    [InlineData("\">=\",0,\"<\",5", "-0", true)]
    [InlineData("\"<\",0", "-1e300", true)]
    [InlineData("\"<\",0", "0", false)]
    [InlineData("\">\",0.3", "0.30000000000000000001", true)]
    [InlineData("\"=\",3.018e2", "301.8", true)]
    [InlineData("\"=\",9007199254740993", "9007199254740992", false)]
    [InlineData("\">\",1e308", "1e309", true)]
    [InlineData("\">\",-1e-300", "-1e-400", true)]
    [InlineData("\">\",0", "\"1\"", false)]
    [InlineData("\">=\",99.9", "100", true)]
    [InlineData("\"<=\",-1.5", "-1.50", true)]
    [InlineData("\"<\",-1.5", "-1.6", true)]
    [InlineData("\"<\",1.7976931348623157e308", "1e308", true)]
    [InlineData("\"=\",4.9e-324", "49E-325", true)]
    public void A_number_lies_within_a_range(string range, string value, bool matches) => Check($"[{{\"numeric\":[{range}]}}]", value, matches);

    [Theory]
    [InlineData("10.0.0.0/8", "\"10.255.0.1\"", true)]
    [InlineData("10.0.0.0/8", "\"11.0.0.0\"", false)]
    [InlineData("10.1.2.3/8", "\"10.0.0.0\"", true)]
    [InlineData("10.0.0.0/31", "\"10.0.0.1\"", true)]
    [InlineData("10.0.0.0/31", "\"10.0.0.2\"", false)]
    [InlineData("0.0.0.0/0", "\"255.1.2.3\"", true)]
    [InlineData("0.0.0.0/0", "\"::1\"", false)]
    [InlineData("::ffff:0a00:0/8", "\"10.9.9.9\"", true)]
    [InlineData("10.0.0.0/8", "\"::ffff:0a00:0001\"", true)]
    [InlineData("2001:db8::/32", "\"2001:DB8:ffff::\"", true)]
    [InlineData("2001:db8::/32", "\"2001:db9::\"", false)]
    [InlineData("2001:db8::1/127", "\"2001:db8::\"", true)]
    [InlineData("2001:db8::2/127", "\"2001:db8::1\"", false)]
    [InlineData("::/0", "\"fe80::1\"", true)]
    [InlineData("10.0.0.0/8", "\"host.example\"", false)]
    [InlineData("0.0.0.0/0", "10000001", false)]
    public void An_address_lies_inside_a_block(string block, string value, bool matches) => Check($"[{{\"cidr\":\"{block}\"}}]", value, matches);

    [Theory]
    [InlineData("1", true)]
    [InlineData("null", true)]
    [InlineData("[1]", true)]
    [InlineData("[]", false)]
    [InlineData("{}", false)]
    [InlineData("[{}]", false)]
    [InlineData("[[]]", false)]
    [InlineData("[[null]]", true)]
    [InlineData("[[[1]]]", true)]
    [InlineData("{\"b\":1}", false)]
    public void A_field_exists_where_it_has_a_value(string value, bool exists)
    {
        Check("[{\"exists\":true}]", value, exists);
        Check("[{\"exists\":false}]", value, !exists);
        Check("[{\"exists\":false},1]", value, !exists || value.Contains('1') && exists);
    }

    private static void Check(string alternatives, string value, bool matches)
    {
        var pattern = EventPattern.Parse($"{{\"a\":{alternatives}}}");
        var rules = new EventRules<string>();
        rules.Add("other", EventPattern.Parse("""{"a":[{"prefix":"zz"},{"suffix":"zz"},"zz",77,{"equals-ignore-case":"zz"},"77.77.77.77"]}"""));
        rules.Add("rule", pattern);
        var json = $"{{\"z\":[{{\"a\":1}}],\"a\": {value} ,\"b\":2}}";
        var published = Encoding.UTF8.GetBytes(json);
        var found = new List<string>();

        rules.Match(published, found);

        Assert.Equal(matches, pattern.Matches(published));
        Assert.Equal(matches ? ["rule"] : [], found);
        foreach (var validated in KnownShapes.Each(json))
        {
            found.Clear();
            rules.Match(validated, found);
            Assert.Equal(matches ? ["rule"] : [], found);
        }
    }
}
