using System.Text;
using Ermine.Events.Matching;

namespace Ermine.Tests.Events;

/// <summary>Events that have the same names in the same order are matched without looking for names, and answered as are those of which nothing is known.</summary>
public sealed class EventShapeTests
{
    private static readonly string[] Values =
    [
        "\"x\"", "\"y\"", "\"\\u0078\"", "\"xyz\"", "1", "1.0", "-1", "2.5", "1e0", "true", "false", "null", "{}", "[]", "[\"x\"]", "[\"y\",1]", "[[\"x\"]]", "[\"\\u0078\"]", "[{},\"x\"]", "[null , 1]", "\"10.0.0.1\"", "\"XYZ\"",
    ];

    private static readonly string[] Alternatives =
    [
        "\"x\"", "1", "null", "{\"prefix\":\"x\"}", "{\"suffix\":\"z\"}", "{\"anything-but\":\"x\"}", "{\"anything-but\":[1,2.5]}", "{\"exists\":true}", "{\"exists\":false}", "{\"numeric\":[\">\",0,\"<=\",1]}", "{\"equals-ignore-case\":\"xyz\"}",
        "{\"cidr\":\"10.0.0.0/8\"}", "{\"wildcard\":\"*y*\"}", "\"x\",1,2.5,\"y\"",
    ];

    private static readonly string[] Frames =
    [
        """{"a":?,"b":{"c":?,"d":?},"e":?}""", """{"b":{"a":?,"c":{"d":?}},"l":[{"a":?},{"a":?,"c":?}],"e":?}""", """{"a":?,"l":[[?,{"c":?}],{"d":?}]}""", """ { "a" : ? , "a-name-that-is-longer-than-the-longest-of-vectors" : { "c" : ? } } """,
    ];

    private static readonly string[] Fields = ["a", "b.c", "b.d", "e", "l", "l.a", "l.c", "b", "b.c.d", "none", "a-name-that-is-longer-than-the-longest-of-vectors.c"];

    [Fact]
    public void Events_of_a_known_shape_are_answered_as_all_others()
    {
        using var shapes = new KnownShapes();
        var random = new Random(11);
        var matches = 0;
        foreach (var frame in Frames) KnownShapes.Parse(Filled(frame, random));

        for (var round = 0; round < 300; round++)
        {
            var rules = new EventRules<int>();
            for (var i = 0; i < random.Next(1, 8); i++) rules.Add(i, Pattern(random));
            for (var e = 0; e < 8; e++)
            {
                var json = Filled(Frames[random.Next(Frames.Length)], random);
                var known = KnownShapes.Any(json);
                Assert.NotNull(known.Index.Shape);

                var expected = Matched(rules, ValidatedEvent.Trust(known.Utf8));
                Assert.True(expected.SequenceEqual(Matched(rules, known)), $"round {round}: {json}\n{string.Join("\n", rules.Explain(known).Select(r => r.ToString()))}");
                matches += expected.Length;
            }
        }

        Assert.InRange(matches, 500, 5_000); // cases that always or never match would prove nothing
    }

    [Fact]
    public void A_name_with_the_same_hash_is_another_name()
    {
        using var shapes = new KnownShapes();
        var (one, other) = SameHash();
        var rule = EventPattern.Parse($$"""{"{{one}}":["x"]}""");
        var without = EventPattern.Parse($$"""{"{{one}}":[{"exists":false}]}""");
        var named = KnownShapes.Parse($$"""{"{{one}}":"x"}""");
        Assert.True(rule.Matches(named));

        var published = KnownShapes.Parse($$"""{"{{other}}":"x"}""");

        Assert.Equal(named.Index.HashOf(0), published.Index.HashOf(0));
        Assert.NotSame(named.Index.Shape, published.Index.Shape);
        Assert.False(rule.Matches(published));
        Assert.True(without.Matches(published));
        Assert.Same(named.Index.Shape, KnownShapes.Any($$"""{"{{one}}":"x"}""").Index.Shape);
    }

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"b":2}""", """{"a":1,"b":2,"a":3}""")]
    [InlineData("""{"a":1,"b":2,"c":3}""", """{"a":1,"b":2,"\u0061":3}""")]
    [InlineData("""{"l":[{"a":1},{"a":2}]}""", """{"l":[{"a":1,"a":2}]}""")]
    [InlineData("""{"a":{"b":1},"c":2}""", """{"a":{"b":1,"b":2}}""")]
    public void A_name_that_stands_twice_is_found_where_another_was_expected(string known, string json)
    {
        using var shapes = new KnownShapes();
        KnownShapes.Parse(known);

        Assert.False(ValidatedEvent.TryParse(Encoding.UTF8.GetBytes(json), out _, out var fault));

        Assert.Contains("twice", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":{"b":"x"},"c":"y"}""", """{"a":{"b":"x","c":"y"}}""")]
    [InlineData("""{"a":"x","b":"y"}""", """{"b":"y","a":"x"}""")]
    [InlineData("""{"a":"x","b":"y"}""", """{"a":"x"}""")]
    [InlineData("""{"a":"x"}""", """{"a":"x","b":"y"}""")]
    [InlineData("""{"a":"x","bc":"y"}""", """{"a":"x","b":"y"}""")]
    [InlineData("""{"a":"x","b":"y"}""", """{"a":"x","bc":"y"}""")]
    [InlineData("""{"a":{"b":"x"}}""", """{"a":[{"b":"x"}]}""")]
    [InlineData("""{"a":{"b":"x"}}""", """{"a.b":"x"}""")]
    [InlineData("""{"a":"x"}""", """{"\u0061":"x"}""")]
    public void Other_names_order_or_nesting_are_another_shape(string known, string json)
    {
        using var shapes = new KnownShapes();
        var shape = KnownShapes.Parse(known).Index.Shape;
        string[] fields = ["a", "b", "c", "a.b", "a.c", "bc"];
        var rules = new EventRules<string>();
        foreach (var field in fields) rules.Add(field, EventPattern.Parse($$"""{"{{field}}":["x","y"]}"""));
        rules.Match(KnownShapes.Any(known), []);

        for (var time = 0; time < 3; time++)
        {
            var published = KnownShapes.Any(json);

            Assert.NotSame(shape, published.Index.Shape);
            var (found, expected) = (new List<string>(), new List<string>());
            rules.Match(published, found);
            rules.Match(ValidatedEvent.Trust(published.Utf8), expected);
            Assert.Equal(expected.Order(), found.Order());
        }
    }

    [Fact]
    public void Shapes_beyond_those_that_are_kept_are_answered_too()
    {
        using var shapes = new KnownShapes();
        var rules = new EventRules<int>();
        rules.Add(0, EventPattern.Parse("""{"a":["x"],"b":[{"exists":false}]}"""));

        for (var i = 0; i < EventShapes.Most; i++) Assert.Single(Matched(rules, KnownShapes.Parse($$"""{"n{{i}}":1,"a":"x"}""")));
        var beyond = Enumerable.Range(0, 3).Select(_ => KnownShapes.Any("""{"one more":1,"a":"x"}""")).Last();

        Assert.Null(beyond.Index.Shape);
        Assert.Single(Matched(rules, beyond));
        Assert.Empty(Matched(rules, KnownShapes.Any("""{"one more":1,"a":"x","b":1}""")));
        Assert.Single(Matched(rules, KnownShapes.Parse("""{"n7":1,"a":"x"}""")));
    }

    [Fact]
    public void Rules_that_change_are_asked_anew_of_a_known_shape()
    {
        using var shapes = new KnownShapes();
        var rules = new EventRules<int>();
        rules.Add(1, EventPattern.Parse("""{"a":["x"]}"""));
        var published = KnownShapes.Parse("""{"a":"x","b":"y"}""");
        Assert.Equal([1], Matched(rules, published));

        rules.Add(2, EventPattern.Parse("""{"b":["y"]}"""));
        rules.Remove(1);

        Assert.Equal([2], Matched(rules, published));
    }

    [Fact]
    public void A_shape_of_very_many_members_is_not_kept()
    {
        using var shapes = new KnownShapes();
        var json = $$"""{"a":"x",{{string.Join(",", Enumerable.Range(0, 256).Select(i => $"\"n{i}\":1"))}}}""";

        var published = Enumerable.Range(0, 3).Select(_ => KnownShapes.Any(json)).Last();

        Assert.Null(published.Index.Shape);
        Assert.True(EventPattern.Parse("""{"a":["x"],"n255":[1]}""").Matches(published));
    }

    [Fact]
    public void Shapes_that_never_come_again_take_no_room()
    {
        using var shapes = new KnownShapes();

        for (var i = 0; i < 20 * EventShapes.Most; i++) Assert.Null(KnownShapes.Any($$"""{"n{{i}}":1}""").Index.Shape);

        KnownShapes.Parse("""{"a":1}""");
    }

    private static int[] Matched(EventRules<int> rules, ValidatedEvent published)
    {
        var found = new List<int>();
        rules.Match(published, found);
        return [.. found.Order()];
    }

    private static string Filled(string frame, Random random) => string.Concat(frame.Split('?').SelectMany((part, i) => new[] { i == 0 ? "" : Values[random.Next(Values.Length)], part }));

    private static EventPattern Pattern(Random random)
    {
        string Field() => $"\"{Fields[random.Next(Fields.Length)]}\":[{Alternatives[random.Next(Alternatives.Length)]}]";
        return EventPattern.Parse(random.Next(4) == 0 ? $$"""{{{Field()}},"$or":[{{{Field()}}},{{{Field()}}}]}""" : $$"""{{{string.Join(",", Enumerable.Range(0, random.Next(1, 3)).Select(_ => Field()))}}}""");
    }

    // Two names whose paths have the same hash, of which among so many there are some.
    private static (string One, string Other) SameHash()
    {
        var met = new Dictionary<uint, string>();
        for (var i = 0; ; i++)
        {
            var name = $"name{i}";
            if (!met.TryAdd(ByteHash.OfPath(0, Encoding.UTF8.GetBytes(name)), name)) return (met[ByteHash.OfPath(0, Encoding.UTF8.GetBytes(name))], name);
        }
    }
}
