
namespace Ermine.Tests.Events;

/// <summary>What is no pattern, where the fault stands, and what is said of it.</summary>
public sealed class PatternErrorTests
{
    // The fault is what stands between « and », which are not part of the pattern.
    [Theory]
    [InlineData("«»", "The pattern is empty")]
    [InlineData("«[1]»", "not an array")]
    [InlineData("«{}»", "names at least one field")]
    [InlineData("""{"a":«{}»}""", "names at least one field")]
    [InlineData("""{"a":«[]»}""", "The alternatives of 'a' are empty")]
    [InlineData("""{"a":«1»}""", "'a' has a number, and a field has an array of alternatives; write [1].")]
    [InlineData("""{"a":{"b":«"x"»}}""", "'a.b' has a string, and a field has an array of alternatives; write [\"x\"].")]
    [InlineData("""{"a":[«[1]»]}""", "list its values directly")]
    [InlineData("""{"a":[«{}»]}""", "The object is empty; a match object has one operator")]
    [InlineData("""{"a":[{«"like"»:"x"}]}""", "'like' is no operator; there are exactly, prefix")]
    [InlineData("""{"a":[{"prefix":"x",«"suffix"»:"y"}]}""", "'suffix' stands beside 'prefix'")]
    [InlineData("""{"a":[{"exactly":«1»}]}""", "exactly takes a string, not a number.")]
    [InlineData("""{"a":[{"prefix":«["x"]»}]}""", "prefix takes a string, not an array.")]
    [InlineData("""{"a":[{"prefix":{«"suffix"»:"x"}}]}""", "does not go inside prefix")]
    [InlineData("""{"a":[{"suffix":{"equals-ignore-case":«["x"]»}}]}""", "equals-ignore-case takes a string")]
    [InlineData("""{"a":[{"equals-ignore-case":«["x"]»}]}""", "equals-ignore-case takes a string")]
    [InlineData("""{"a":[{"exists":«"true"»}]}""", "exists takes true or false")]
    [InlineData("""{"a":[{"wildcard":"a«**»"}]}""", "'**' stands for the same as '*'")]
    [InlineData("""{"a":[{"wildcard":"\u0061«\u005c»n"}]}""", "A backslash of wildcard")]
    [InlineData("""{"a":[{"wildcard":"x«\\»"}]}""", "A backslash of wildcard")]
    [InlineData("""{"a":[{"anything-but":«[]»}]}""", "The list of anything-but is empty")]
    [InlineData("""{"a":[{"anything-but":«null»}]}""", "anything-but takes strings or numbers, not null.")]
    [InlineData("""{"a":[{"anything-but":["x",«1»]}]}""", "this list has a string and a number")]
    [InlineData("""{"a":[{"anything-but":{"prefix":«""»}}]}""", "anything-but would never hold")]
    [InlineData("""{"a":[{"anything-but":{"suffix":["a",«""»]}}]}""", "anything-but would never hold")]
    [InlineData("""{"a":[{"anything-but":{"wildcard":«[]»}}]}""", "is empty")]
    [InlineData("""{"a":[{"anything-but":{«"numeric"»:[]}}]}""", "does not go inside anything-but")]
    [InlineData("""{"a":[{"anything-but":{"wildcard":["a","b«**»"]}}]}""", "'**'")]
    [InlineData("""{"a":[{"numeric":«5»}]}""", "numeric takes an array")]
    [InlineData("""{"a":[{"numeric":«[]»}]}""", "The array of numeric is empty")]
    [InlineData("""{"a":[{"numeric":[«">"»]}]}""", "has no number behind it")]
    [InlineData("""{"a":[{"numeric":[«"!="»,5]}]}""", "'!=' stands where numeric has the sign")]
    [InlineData("""{"a":[{"numeric":[">",«"5"»]}]}""", "takes a number, not a string")]
    [InlineData("""{"a":[{"numeric":["=",5,«"<"»,6]}]}""", "'=' stands alone")]
    [InlineData("""{"a":[{"numeric":[«"<"»,5,">",1]}]}""", "A range opens with its lower bound")]
    [InlineData("""{"a":[{"numeric":[">",5,«">="»,6]}]}""", "the sign < or <=")]
    [InlineData("""{"a":[{"numeric":[">",5,"<",«5.0»]}]}""", "No number is above 5 and below 5.0")]
    [InlineData("""{"a":[{"numeric":[">",1,"<",5,«"<"»,6]}]}""", "A range has two bounds")]
    [InlineData("""{"a":[{"numeric":["=",«2.0e422»]}]}""", "cannot be compared with")]
    [InlineData("""{"a":[{"numeric":["=",«1E-325»]}]}""", "cannot be compared with")]
    [InlineData("""{"a":[{"numeric":[">",«1.8e308»]}]}""", "cannot be compared with")]
    [InlineData("""{"a":[{"anything-but":[1,«-4e-324»]}]}""", "numbers have the size of a double")]
    [InlineData("""{"a":[{"numeric":[">",1,"<",«1797693134862316000e291»]}]}""", "cannot be compared with")]
    [InlineData("""{"a":[{"numeric":[">",-0.0,"<",«0»]}]}""", "No number is above -0.0 and below 0")]
    [InlineData("""{"a":[{"numeric":["=",1],«"numeric"»:["=",2]}]}""", "'numeric' stands beside 'numeric'")]
    [InlineData("""{"$or":[{"a":{«"exists"»:["x"]}},{"b":[1]}]}""", "'exists' is reserved within $or")]
    [InlineData("""{"$or":[{"a":[1]},{"b":{"$or":«[{"c":[1]}]»}}]}""", "$or takes at least two objects")]
    [InlineData("""{"$or":[{"a":[1]},«[{"b":[1]}]»]}""", "an array stands in $or")]
    [InlineData("""{"a":[{"cidr":«"10.0.0.0"»}]}""", "one '/' and a number of bits")]
    [InlineData("""{"a":[{"cidr":«"10.0.0.0/32"»}]}""", "/0 to /31")]
    [InlineData("""{"a":[{"cidr":«"::/128"»}]}""", "/0 to /127")]
    [InlineData("""{"a":[{"cidr":«"10.0.0/8"»}]}""", "'10.0.0' is no IP address")]
    [InlineData("""{"a":[{"cidr":«"host/8"»}]}""", "is no IP address")]
    [InlineData("""{"a":[{"cidr":«"10.0.0.0/-1"»}]}""", "is no length of a block")]
    [InlineData("""{"$or":«[{"a":[1]}]»}""", "$or takes at least two objects")]
    [InlineData("""{"$or":[{"a":[1]},«{}»]}""", "names at least one field")]
    [InlineData("""{"$or":[{"a":[1]},{«"prefix"»:{"b":[1]}}]}""", "'prefix' is reserved within $or")]
    [InlineData("""{"a":[1]} «x»""", "stands behind the pattern")]
    [InlineData("""{"a":[1]«»""", "The text ends where")]
    [InlineData("""{"a":[1]«]»""", "']' stands where ',' or '}' is expected.")]
    [InlineData("""{"a":[1,«]»}""", "']' stands where a value")]
    [InlineData("""{"a":[«01»]}""", "is no number of JSON")]
    [InlineData("""{"a":[«1.»]}""", "is no number of JSON")]
    [InlineData("""{"a":[true«1»]}""", "',' or ']'")]
    [InlineData("""{"a":[«t»ru]}""", "true is expected")]
    [InlineData("""{«a»:[1]}""", "a name in double quotes")]
    [InlineData("""{"a":[«"x]}»""", "A string is not closed")]
    [InlineData("""{"a":["«\x»"]}""", "is no escape of JSON")]
    [InlineData("""{"a":["«\u12»"]}""", "four hexadecimal digits")]
    [InlineData("""{"a":["«\ud800»"]}""", "Half of a surrogate pair")]
    [InlineData("{\"a\":[\"«\n»\"]}", "control character U+000A")]
    [InlineData("«\ufeff»{\"a\":[1]}", "stands where a value")]
    public void A_fault_is_said_where_it_stands(string marked, string message)
    {
        var offset = marked.IndexOf('«', StringComparison.Ordinal);
        var length = marked.IndexOf('»', StringComparison.Ordinal) - offset - 1;
        var text = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);

        Assert.False(EventPattern.TryParse(text, out var pattern, out var error));

        Assert.Null(pattern);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal((offset, length), (error.Offset, error.Length));
    }

    [Fact]
    public void A_pattern_has_at_most_256_fields_and_says_which_is_one_too_many()
    {
        string Of(int count) => $"{{{string.Join(",", Enumerable.Range(0, count).Select(i => $"\"f{i}\":[1]"))}}}";

        Assert.True(EventPattern.TryParse(Of(256), out _, out _));
        Assert.False(EventPattern.TryParse(Of(257), out _, out var error));
        Assert.Equal(Of(257).IndexOf("\"f256\"", StringComparison.Ordinal), error.Offset);
    }

    [Fact]
    public void Branches_multiply_to_at_most_a_thousand()
    {
        string Of(int count) => $"{{{string.Join(",", Enumerable.Range(0, count).Select(i => $"\"p{i}\":{{\"$or\":[{{\"a\":[1]}},{{\"b\":[1]}}]}}"))}}}";

        Assert.True(EventPattern.TryParse(Of(9), out _, out _));
        Assert.False(EventPattern.TryParse(Of(10), out _, out var error));
        Assert.Contains("more than 1000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        string Of(int depth) => $"{string.Concat(Enumerable.Repeat("{\"a\":", depth - 2))}{{\"a\":[1]}}{new string('}', depth - 2)}";

        Assert.True(EventPattern.TryParse(Of(63), out _, out _));
        Assert.False(EventPattern.TryParse(Of(66), out _, out var error));
        Assert.Contains("nested deeper than 64", error.Message, StringComparison.Ordinal);
        Assert.False(EventPattern.TryParse(new string('[', 100_000), out _, out _));
    }

    [Fact]
    public void The_exception_of_Parse_carries_the_error() => Assert.Equal(5, Assert.Throws<EventPatternException>(() => EventPattern.Parse("""{"a":1}""")).Error.Offset);
}
