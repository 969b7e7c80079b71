using Ermine.Generator.Rules.Events;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Events;

public sealed class PatternTypeRuleTests
{
    [Fact]
    public Task A_field_that_the_event_does_not_have_is_said_with_the_nearest_that_it_has() => RuleTest<PatternTypeRule>.Says("ERM302", DiagnosticSeverity.Warning,
        "'Thanking.Thank' asks for 'detail.totl', which OrderPlaced does not have, so it never runs; did you mean 'total'?",
        Source("""{ "detail": { {|#0:"totl"|}: [1] } }"""));

    [Fact]
    public Task A_text_is_no_number() => RuleTest<PatternTypeRule>.Says("ERM303", DiagnosticSeverity.Warning,
        "'Thanking.Thank' compares 'detail.total' as a text, and in OrderPlaced it is a number, so this alternative never matches",
        Source("""{ "detail": { "total": [100, {|#0:"100"|}] } }"""));

    [Fact]
    public Task Another_event_than_the_function_takes_is_said() => RuleTest<PatternTypeRule>.Says("ERM304", DiagnosticSeverity.Warning,
        "'Thanking.Thank' takes OrderPlaced, whose source is \"shop\", and its pattern asks for another, so what it runs for cannot be read as OrderPlaced; write \"shop\"",
        Source("""{ "source": [{|#0:"shopp"|}] }"""));

    [Theory]
    [InlineData("""{ "detail": { "customer": { {|ERM302:"nam"|}: ["Ada"] } } }""")]
    [InlineData("""{ "detail": { "customer": { "name": [{|ERM303:3|}] } } }""")]
    [InlineData("""{ "detail": { "lines": { "sku": [{|ERM303:{ "numeric": [">", 1] }|}] } } }""")]
    [InlineData("""{ "detail": { "paid": [{|ERM303:{ "prefix": "t" }|}] } }""")]
    [InlineData("""{ "detail-type": [{|ERM304:"OrderPaid"|}] }""")]
    public Task What_can_never_match_is_found(string pattern) => RuleTest<PatternTypeRule>.Fires(Source(pattern));

    [Theory]
    [InlineData("""{ "source": ["shop"], "detail-type": ["OrderPlaced"], "detail": { "total": [{ "numeric": [">", 100] }] } }""")]
    [InlineData("""{ "source": ["shop", "stall"], "detail": { "customer": { "name": [{ "prefix": "A" }] }, "lines": { "sku": ["tea"], "count": [1] } } }""")]
    [InlineData("""{ "source": [{ "prefix": "sh" }], "detail": { "total": [{ "anything-but": "x" }, { "exists": true }] } }""")]
    [InlineData("""{ "detail": { "gone": [{ "exists": false }] } }""")]
    [InlineData("""{ "detail": { "tags": { "any": ["thing"] }, "paid": [true] } }""")]
    [InlineData("""{ "detail": { "e_mail": ["ada@example.org"], "state": ["Open", 1] } }""")]
    [InlineData("""{ "account": ["x"] }""")]
    [InlineData("""{ """)]
    public Task What_can_match_is_left_alone(string pattern) => RuleTest<PatternTypeRule>.IsSilent(Source(pattern));

    [Fact]
    public Task A_function_that_takes_events_of_any_type_has_none_to_compare_with() => RuleTest<PatternTypeRule>.IsSilent(Source("""{ "source": ["x"], "detail": { "y": [1] } }""", "EventEnvelope<System.Text.Json.JsonElement> order"));

    [Fact]
    public Task The_whole_event_is_compared_too() => RuleTest<PatternTypeRule>.Fires(Source("""{ "detail": { {|ERM302:"y"|}: [1] } }""", "IReadOnlyList<EventEnvelope<OrderPlaced>> orders"));

    private static string Source(string pattern, string parameter = "OrderPlaced order") => $$""""
        public enum State { Open }
        public sealed record Customer(string Name);
        public sealed record Line(string Sku, int Count);
        [Event("shop", "OrderPlaced")]
        public sealed record OrderPlaced(decimal Total, Customer Customer, IReadOnlyList<Line> Lines, bool Paid, Dictionary<string, string> Tags, State State)
        {
            [System.Text.Json.Serialization.JsonPropertyName("e_mail")] public string? Email { get; init; }
        }
        public sealed class Thanking
        {
            [Function, EventRule("""{{pattern}}""")] public void Thank({{parameter}}) { }
        }
        """";
}
