using System.Text;

namespace Ermine.Tests.Events;

public sealed class ExplainTests
{
    [Theory]
    [InlineData("""{"a":["JEFFERSON"]}""", """{"a":"JEFERSON"}""", "a: \"JEFERSON\" comes nearest to \"JEFFERSON\"")]
    [InlineData("""{"a":["shop"]}""", """{"a":"Shop"}""", "a: \"shop\" differs from it in upper and lower case only")]
    [InlineData("""{"a":[5]}""", """{"a":"5"}""", "a: \"5\" is a string, and the pattern has a number")]
    [InlineData("""{"a":["5"]}""", """{"a":5}""", "a: 5 is a number, and the pattern has a string")]
    [InlineData("""{"a":[{"numeric":[">",100]}]}""", """{"a":99.5}""", "a: 99.5 is not above 100")]
    [InlineData("""{"a":[{"numeric":[">",100,"<=",200]}]}""", """{"a":201}""", "a: 201 is not at most 200")]
    [InlineData("""{"a":[{"exists":false}]}""", """{"a":null}""", "a: it has the value null, and is to have none")]
    [InlineData("""{"detail":{"total":[1]}}""", """{"detail":{"totl":1}}""", "detail.total: the event has no value there; it has 'detail.totl'")]
    [InlineData("""{"zzz":[1]}""", """{"a":1}""", "zzz: the event has no value there")]
    [InlineData("""{"l":{"a":["x"],"b":["y"]}}""", """{"l":[{"a":"x"},{"b":"y"}]}""", "Each field holds by itself, but not all of them within the same element of an array.")]
    [InlineData("""{"$or":[{"a":["x"],"b":["y"]},{"a":["x"],"c":["z"]}]}""", """{"a":"q","b":"y"}""", "a: \"q\" passes no alternative")]
    public void The_nearest_miss_of_a_rule_says_what_is_missing(string pattern, string json, string miss)
    {
        var rules = new EventRules<string>();
        rules.Add("rule", EventPattern.Parse(pattern));

        var explained = Assert.Single(rules.Explain(ValidatedEvent.Parse(Encoding.UTF8.GetBytes(json))));

        Assert.False(explained.Matches);
        Assert.Equal(miss, explained.NearestMiss);
    }

    [Fact]
    public void Each_field_says_which_values_were_seen_and_which_alternatives_failed()
    {
        var rules = new EventRules<string>();
        rules.Add("rule", EventPattern.Parse("""{"a":["x",{"prefix":"y"}],"b":[{"exists":false}]}"""));

        var explained = rules.Explain(ValidatedEvent.Parse("""{"a":["yes","n\"o",1]}"""u8.ToArray()))[0];

        Assert.True(explained.Matches);
        Assert.Null(explained.NearestMiss);
        var field = explained.Branches[0].Fields[0];
        Assert.Equal("a", field.Path);
        Assert.Equal(["\"yes\"", "\"n\\\"o\"", "1"], field.Seen);
        Assert.Equal([new AlternativeExplanation("\"x\"", false), new AlternativeExplanation("""{"prefix":"y"}""", true)], field.Alternatives);
        Assert.Empty(explained.Branches[0].Fields[1].Seen);
    }
}
