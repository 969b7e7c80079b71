using Ermine.Generator.Rules.Events;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Events;

/// <summary>What no event of the type has: absence where there is always a value, and values that its type excludes.</summary>
public sealed class MemberValueRuleTests
{
    [Fact]
    public Task Absence_of_what_is_always_there_is_said() => RuleTest<AbsentMemberRule>.Says("ERM309", DiagnosticSeverity.Warning,
        "'Thanking.Thank' asks for events without 'detail.total', and every OrderPlaced has one, so this alternative never matches; remove it, or let the member be null and ask for null too",
        Source("""{ "detail": { "total": [1, {|#0:{ "exists": false }|}] } }"""));

    [Theory]
    [InlineData("""{ "detail": { "nick": [{ "exists": false }], "lines": { "sku": [{ "exists": false }] }, "customer": { "name": [{ "exists": false }] } } }""")]
    [InlineData("""{ "detail": { "rare": [{ "exists": false }], "gone": [{ "exists": false }], "total": [{ "exists": true }] } }""")]
    public Task Absence_of_what_may_be_absent_is_left_alone(string pattern) => RuleTest<AbsentMemberRule>.IsSilent(Source(pattern));

    [Fact]
    public Task A_value_that_the_type_excludes_is_said() => RuleTest<ImpossibleValueRule>.Says("ERM310", DiagnosticSeverity.Warning,
        "'Thanking.Thank' asks 'detail.count' for { \"numeric\": [\">\", 255] }, and in OrderPlaced it is a whole number from 0 to 255, so this alternative never matches",
        Source("""{ "detail": { "count": [{|#0:{ "numeric": [">", 255] }|}] } }"""));

    [Theory]
    [InlineData("""{ "detail": { "count": [{|ERM310:1.5|}, {|ERM310:-1|}, {|ERM310:{ "numeric": [">", 1, "<", 2] }|}] } }""")]
    [InlineData("""{ "detail": { "total": [{|ERM310:null|}, {|ERM310:true|}], "name": [{|ERM310:false|}] } }""")]
    [InlineData("""{ "source": [{|ERM310:{ "prefix": "st" }|}], "detail-type": [{|ERM310:{ "anything-but": "OrderPlaced" }|}] }""")]
    public Task What_never_holds_is_found(string pattern) => RuleTest<ImpossibleValueRule>.Fires(Source(pattern));

    [Theory]
    [InlineData("""{ "detail": { "count": [255, { "numeric": [">=", 1, "<", 2] }, { "numeric": ["<", 1e30] }], "nick": [null], "paid": [false], "total": [1.5, 1e20] } }""")]
    [InlineData("""{ "source": [{ "prefix": "sh" }, "stall"], "detail-type": [{ "exists": true }], "detail": { "customer": { "name": [null] }, "lines": { "sku": [null] } } }""")]
    [InlineData("""{ "source": ["stall"] }""")]
    public Task What_may_hold_is_left_alone(string pattern) => RuleTest<ImpossibleValueRule>.IsSilent(Source(pattern));

    private static string Source(string pattern) => $$""""
        using System.Text.Json.Serialization;
        public sealed record Customer(string Name);
        public sealed record Line(string Sku);
        [Event("shop", "OrderPlaced")]
        public sealed record OrderPlaced(decimal Total, byte Count, string Name, string? Nick, bool Paid, Customer? Customer, IReadOnlyList<Line> Lines)
        {
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Rare { get; init; }
        }
        public sealed class Thanking
        {
            [Function, EventRule("""{{pattern}}""")] public void Thank(OrderPlaced order) { }
        }
        """";
}
