using System.Text;

namespace Ermine.Tests.Events;

/// <summary>How fields, names, arrays and "$or" make one answer.</summary>
public sealed class FrameTests
{
    [Theory]
    [InlineData("""{"a":["x"],"b":["y"]}""", """{"b":"y","a":"x"}""", true)]
    [InlineData("""{"a":["x"],"b":["y"]}""", """{"a":"x"}""", false)]
    [InlineData("""{"a":{"b":["x"]}}""", """{"a":{"b":"x"}}""", true)]
    [InlineData("""{"a.b":["x"]}""", """{"a":{"b":"x"}}""", true)]
    [InlineData("""{"a":{"b":["x"]}}""", """{"a.b":"x"}""", true)]
    [InlineData("""{"a":{"b.c":["x"]}}""", """{"a.b":{"c":"x"}}""", true)]
    [InlineData("""{"a":{"b":["x"]}}""", """{"a\u002eb":"x"}""", true)]
    [InlineData("""{"a":{"":["x"]}}""", """{"a.":"x"}""", true)]
    [InlineData("""{"a..b":["x"]}""", """{"a":{"":{"b":"x"}}}""", true)]
    [InlineData("""{"prefix":["x"],"numeric":{"exists":["y"]}}""", """{"prefix":"x","numeric":{"exists":"y"}}""", true)]
    [InlineData("""{"a":{"b":["x"]},"a":{"c":["y"]}}""", """{"a":{"c":"y"}}""", false)]
    [InlineData("""{"":{"a":["x"]}}""", """{"a":"x"}""", false)]
    [InlineData("""{"a":["x"]}""", """{"\u0061":"x"}""", true)]
    [InlineData("""{"a":["x"],"a":["y"]}""", """{"a":"y"}""", true)]
    [InlineData("""{"a":["x"],"a":["y"]}""", """{"a":"x"}""", false)]
    [InlineData("""{"a":{"b":["x"]},"a.b":["y"]}""", """{"a":{"b":"y"}}""", true)]
    public void Names_join_with_dots_and_fields_by_and(string pattern, string json, bool matches) => Check(pattern, json, matches);

    [Theory]
    [InlineData("""{"l":[{"a":"x","b":"y"}]}""", true)]
    [InlineData("""{"l":[{"a":"x"},{"b":"y"}]}""", false)]
    [InlineData("""{"l":[{"a":["q","x"],"b":["r","y"]}]}""", true)]
    [InlineData("""{"l":[{"a":"q"},{"a":"x","b":["y"]}]}""", true)]
    [InlineData("""{"l":[[{"a":"x"}],[{"b":"y"}]]}""", false)]
    [InlineData("""{"l":[[{"a":"x"},{"a":"x","b":"y"}]]}""", true)]
    [InlineData("""{"l":{"a":["x"],"b":[[["y"]]]}}""", true)]
    public void Two_fields_may_not_lie_in_different_elements_of_an_array(string json, bool matches) => Check("""{"l":{"a":["x"],"b":["y"]}}""", json, matches);

    // Only objects and arrays are elements that bind: a value that stands in the array itself goes with each of them.
    [Theory]
    [InlineData("""{"l":["x",{"a":"y"}]}""", true)]
    [InlineData("""{"l":[["x"],{"a":"y"}]}""", false)]
    [InlineData("""{"l":[["x",{"a":"y"}]]}""", true)]
    [InlineData("""{"l":[[["x"],{"a":"y"}]]}""", false)]
    [InlineData("""{"l":[["q"],[["x",{"a":"y"}]]]}""", true)]
    public void A_value_of_an_array_itself_goes_with_each_of_its_objects(string json, bool matches) => Check("""{"l":["x"],"l.a":["y"]}""", json, matches);

    [Theory]
    [InlineData("""{"l":[{"a":"q"},{"a":"x"}],"m":[{"a":"y"}]}""", true)]
    [InlineData("""{"l":[{"a":"x"}],"m":[{"a":"q"},{"a":"y"}]}""", true)]
    [InlineData("""{"l":[{"a":"x"}],"m":[{"a":"q"}]}""", false)]
    public void Arrays_beside_each_other_choose_for_themselves(string json, bool matches) => Check("""{"l":{"a":["x"]},"m":{"a":["y"]}}""", json, matches);

    [Theory]
    [InlineData("""{"l":{"a":["x"],"b":[{"exists":false}]}}""", """{"l":[{"a":"x"},{"b":1}]}""", true)]
    [InlineData("""{"l":{"b":["x"],"a":[{"exists":false}]}}""", """{"l":[{"b":"x"},{"a":1}]}""", true)]
    [InlineData("""{"l":{"a":["x"],"b":[{"exists":false}]}}""", """{"l":[{"a":"x","b":1},{"a":"z"}]}""", false)]
    [InlineData("""{"l":{"a":["x"],"b":[{"exists":false}]}}""", """{"l":[{"a":"x","b":1},{"a":"x"}]}""", true)]
    [InlineData("""{"l":{"b":[{"exists":false}]}}""", """{"l":[{"a":1},{"b":1}]}""", false)]
    [InlineData("""{"m":["x"],"l":{"b":[{"exists":false}]}}""", """{"m":"x","l":[{"a":1},{"b":1}]}""", false)]
    [InlineData("""{"l":{"a":["x"],"b":[{"exists":false}],"m":{"c":["y"]}}}""", """{"l":[{"a":"x","m":[{"c":"z"},{"c":"y"}]},{"b":1}]}""", true)]
    public void Absence_is_asked_of_the_element_that_the_other_fields_chose(string pattern, string json, bool matches) => Check(pattern, json, matches);

    [Theory]
    [InlineData("""{"$or":[{"a":["x"]},{"b":["y"]}]}""", """{"b":"y"}""", true)]
    [InlineData("""{"$or":[{"a":["x"]},{"b":["y"]}]}""", """{"a":"y"}""", false)]
    [InlineData("""{"s":["z"],"$or":[{"a":["x"]},{"b":["y"]}]}""", """{"b":"y"}""", false)]
    [InlineData("""{"s":["z"],"$or":[{"a":["x"]},{"b":["y"]}]}""", """{"s":"z","b":"y"}""", true)]
    [InlineData("""{"d":{"$or":[{"a":["x"]},{"b":["y"],"$or":[{"c":[1]},{"c":[2]}]}]}}""", """{"d":{"b":"y","c":2}}""", true)]
    [InlineData("""{"d":{"$or":[{"a":["x"]},{"b":["y"],"$or":[{"c":[1]},{"c":[2]}]}]}}""", """{"d":{"b":"y","c":3}}""", false)]
    [InlineData("""{"a":["x"],"$or":[{"a":["y"]},{"b":["z"]}]}""", """{"a":"y"}""", true)]
    [InlineData("""{"$or":[{"a":["y"]},{"b":["z"]}],"a":["x"]}""", """{"a":"y"}""", false)]
    [InlineData("""{"$or":[{"a":[1]},{"b":[1]}],"$or":[{"c":[1]},{"d":[1]}]}""", """{"b":1,"c":1}""", true)]
    [InlineData("""{"$or":[{"a":[1]},{"b":[1]}],"$or":[{"c":[1]},{"d":[1]}]}""", """{"a":1,"b":1}""", false)]
    [InlineData("""{"d":{"$or":[{"a":[1]},{"b":[1]}]},"d.a":[2]}""", """{"d":{"b":1}}""", false)]
    [InlineData("""{"x.$or":["y"]}""", """{"x":{"$or":"y"}}""", true)]
    [InlineData("""{"$or":["x"]}""", """{"$or":"x"}""", true)]
    [InlineData("""{"$or":{"a":["x"]}}""", """{"$or":{"a":"x"}}""", true)]
    [InlineData("""{"$or":[{"prefix":"x"},{"prefix":"y"}]}""", """{"$or":"yes"}""", true)]
    public void One_branch_of_or_is_enough(string pattern, string json, bool matches) => Check(pattern, json, matches);

    [Fact]
    public void An_event_is_answered_alike_beside_few_fields_and_beside_many()
    {
        var published = ValidatedEvent.Parse("""{"a":{"b":"x"},"l":[{"a":"x"},{"b":"y"}],"m":[["z"],"w"],"f7":1}"""u8.ToArray());
        var rules = new EventRules<string>();
        rules.Add("nested", EventPattern.Parse("""{"a":{"b":["x"]}}"""));
        rules.Add("elsewhere", EventPattern.Parse("""{"b":{"b":["x"]},"a":["x"]}"""));
        rules.Add("array", EventPattern.Parse("""{"m":["z"],"f7":[1]}"""));
        var beforeElements = Found();
        rules.Add("element", EventPattern.Parse("""{"l":{"b":["y"]},"m":["w"]}"""));
        rules.Add("two elements", EventPattern.Parse("""{"l":{"a":["x"],"b":["y"]}}"""));
        var few = Found();
        for (var i = 0; i < 80; i++) rules.Add($"field {i}", EventPattern.Parse($$"""{"f{{i}}":[1]}"""));
        var many = Found();
        for (var i = 0; i < 80; i++) rules.Remove($"field {i}");

        Assert.Equal(["array", "nested"], beforeElements);
        Assert.Equal(["array", "element", "nested"], few);
        Assert.Equal(["array", "element", "field 7", "nested"], many);
        Assert.Equal(few, Found());

        string[] Found()
        {
            var found = new List<string>();
            rules.Match(published, found);
            return [.. found.Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public void A_rule_that_is_added_again_has_the_new_pattern_and_one_that_is_removed_matches_nothing()
    {
        var rules = new EventRules<string>();
        var published = ValidatedEvent.Parse("""{"a":"y"}"""u8.ToArray());
        var found = new List<string>();

        rules.Add("r", EventPattern.Parse("""{"a":["x"]}"""));
        rules.Add("r", EventPattern.Parse("""{"$or":[{"a":["y"]},{"a":[{"exists":true}]}]}"""));
        Assert.Equal(1, rules.Match(published, found));
        Assert.Equal(1, rules.Count);

        Assert.True(rules.Remove("r"));
        Assert.False(rules.Remove("r"));
        Assert.Equal(0, rules.Match(published, found));
        Assert.Equal(["r"], found);
    }

    [Theory]
    [InlineData("""{"a":["q","x"]}""", true)]
    [InlineData("""{"a":["q","\u0078"]}""", true)]
    [InlineData("""{"a":["q","\\u0078"]}""", false)]
    [InlineData("""{"a":[{"b":"q"},"x"]}""", true)]
    [InlineData("""{"a":[{"b":"x"}]}""", false)]
    [InlineData("""{"a":[["q"],["x"]]}""", true)]
    [InlineData("""{"a":[1,null,true]}""", false)]
    public void Any_element_of_an_array_may_match(string json, bool matches) => Check("""{"a":["x"]}""", json, matches);

    // Looking at the field in elements writes all values down anew, at other places, while the values of the first field are gone through.
    [Fact]
    public void Every_value_leads_to_its_rules_also_where_a_rule_on_the_way_asks_for_elements()
    {
        var rules = new EventRules<string>();
        foreach (var other in "abcd") rules.Add($"only {other}", EventPattern.Parse($$"""{"f":["{{other}}"]}""")); // from the fifth on they are found by hash
        rules.Add("both", EventPattern.Parse("""{"f":["x"],"l":{"b":["1"]}}"""));
        rules.Add("second", EventPattern.Parse("""{"f":["y"]}"""));
        var found = new List<string>();

        rules.Match(ValidatedEvent.Parse("""{"l":[{"b":"1"}],"f":["x","y"]}"""u8.ToArray()), found);

        Assert.Equal(["both", "second"], found.Order());
    }

    [Fact]
    public void An_event_that_nothing_validated_is_refused() => Assert.Throws<InvalidOperationException>(() => EventPattern.Parse("""{"a":[1]}""").Matches(default(ValidatedEvent)));

    private static void Check(string pattern, string json, bool matches)
    {
        var published = ValidatedEvent.Parse(Encoding.UTF8.GetBytes(json));

        Assert.Equal(matches, EventPattern.Parse(pattern).Matches(published));
        Assert.Equal(matches, EventPattern.Parse(pattern).Matches(ValidatedEvent.Trust(published.Utf8)));
        Assert.All(KnownShapes.Each(json), validated => Assert.Equal(matches, EventPattern.Parse(pattern).Matches(validated)));
    }
}
