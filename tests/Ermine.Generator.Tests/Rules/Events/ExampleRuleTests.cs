using Ermine.Generator.Rules.Events;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Events;

public sealed class ExampleRuleTests
{
    private const string Large = """{ "source": "shop", "detail": { "total": 200 } }""";

    [Theory]
    [InlineData("""{ "source": "shop", "detail": { "total": 99 } }""", "detail.total: 99 is not above 100")]
    [InlineData("""{ "source": "shop", "detail": { "totl": 200 } }""", "detail.total: the event has no value there; it has 'detail.totl'")]
    [InlineData("""{ "source": "Shop", "detail": { "total": 200 } }""", "source: \"Shop\" differs from \"shop\" in upper and lower case only")]
    [InlineData("""{ "source": "stall", "detail": { "total": "200" } }""", "source: \"stall\" is not \"shop\"; detail.total: \"200\" is not { \"numeric\": [\">\", 100] }")]
    public Task Why_an_example_does_not_match_is_said_with_the_field_and_the_nearest_miss(string example, string why) => RuleTest<ExampleRule>.Says("ERM306", DiagnosticSeverity.Error,
        $"The rule of 'Thanking.Thank' does not match this event, and the example says otherwise: {why}", Source($"{{|#0:{Example("matches", example)}|}}"));

    [Fact]
    public Task Why_an_example_matches_that_should_not_is_said_with_the_values() => RuleTest<ExampleRule>.Says("ERM306", DiagnosticSeverity.Error,
        "The rule of 'Thanking.Thank' matches this event, and the example says otherwise: source is \"shop\"; detail.total is 200", Source($"{{|#0:{Example("not", Large)}|}}"));

    [Fact]
    public Task Malformed_JSON_is_found_at_its_place() => RuleTest<ExampleRule>.Says("ERM307", DiagnosticSeverity.Error,
        "The example of 'Thanking.Thank' cannot be held against its rule: ']' stands where a value: an object, an array, a string, a number, true, false or null is expected.",
        Source(Example("matches", "{ \"source\": {|#0:]|} }")));

    [Theory]
    [InlineData("matches", """{ "source": "shop", {|ERM307:"source"|}: "shop" }""")]
    [InlineData("not", "{|ERM307:[]|}")]
    [InlineData("not", """{ "a": { "b": 1 }, {|ERM307:"a.b"|}: 2 }""")]
    public Task What_is_no_event_is_found(string kind, string example) => RuleTest<ExampleRule>.Fires(Source(Example(kind, example)));

    [Fact]
    public Task Each_example_is_looked_at() => RuleTest<ExampleRule>.Fires(Source($"{Example("matches", Large)}, {{|ERM306:{Example("not", Large)}|}}"));

    [Fact]
    public Task An_example_without_an_event_or_a_rule_is_found() => RuleTest<ExampleRule>.Fires("""
        public sealed class Thanking
        {
            [Function, EventRule, {|ERM307:EventExample|}] public void Thank(string order) { }
            [Function, QueueTrigger("q"), {|ERM307:EventExample(matches: "{}")|}] public void Count(string order) { }
        }
        """);

    [Theory]
    [InlineData("matches", """{ "source": "shop", "detail": { "total": 200, "lines": [1, { "sku": "a" }] } }""")]
    [InlineData("matches", """{ "source": "shop", "detail.total": 1e3 }""")]
    [InlineData("not", """{ "source": "shop", "detail": { "total": 100 } }""")]
    public Task What_holds_is_left_alone(string kind, string example) => RuleTest<ExampleRule>.IsSilent(Source(Example(kind, example)));

    [Fact]
    public Task A_predicate_is_held_to_examples_too() => RuleTest<ExampleRule>.Fires(Source("", $"""
        [Event("shop", "OrderPlaced")] public sealed record OrderPlaced(decimal Total);
        [Function, EventRule<OrderPlaced>(nameof(IsBig)), EventExample({"{|ERM306:" + Example("not", "{ \"source\": \"shop\", \"detail-type\": \"OrderPlaced\", \"detail\": { \"total\": 101 } }") + "|}"})]
        public void Count(OrderPlaced order) => _ = order;
        private static bool IsBig(OrderPlaced o) => o.Total > 100;
        """).Replace(", EventExample()", "", StringComparison.Ordinal));

    [Fact]
    public Task Half_typed_examples_are_borne() => RuleTest<ExampleRule>.BearsHalfTyped(Source("matches: , not"));

    private static string Example(string kind, string json) => $"{kind}: \"\"\"{json}\"\"\"";

    private static string Source(string arguments, string members = "") => $$""""
        public sealed class Thanking
        {
            [Function, EventRule("""{ "source": ["shop"], "detail": { "total": [{ "numeric": [">", 100] }] } }"""), EventExample({{arguments}})]
            public void Thank(EventEnvelope<System.Text.Json.JsonElement> order) { }
            {{members}}
        }
        """";
}
