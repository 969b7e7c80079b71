using Ermine.Generator.Rules.Events;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Events;

/// <summary>What no event of the type has: absence where there is always a value, and values that its type excludes.</summary>
public sealed class MemberValueRuleTests
{
    [Fact]
    public Task Absence_of_what_is_always_there_is_said() => RuleTest<AbsentMemberRule>.Says("ERM309", DiagnosticSeverity.Warning,
        "'Thanking.Thank0' asks for events without 'detail.total', and every OrderPlaced has one, so this alternative never matches; remove it, or let the member be null and ask for null too",
        Source("""{ "detail": { "total": [1, {|#0:{ "exists": false }|}] } }"""));

    [Fact]
    public Task Absence_of_what_may_be_absent_is_left_alone() => RuleTest<AbsentMemberRule>.IsSilent(Source(
        """{ "detail": { "nick": [{ "exists": false }], "lines": { "sku": [{ "exists": false }] }, "customer": { "name": [{ "exists": false }] } } }""",
        """{ "detail": { "rare": [{ "exists": false }], "gone": [{ "exists": false }], "total": [{ "exists": true }] } }"""));

    [Fact]
    public Task A_value_that_the_type_excludes_is_said() => RuleTest<ImpossibleValueRule>.Says("ERM310", DiagnosticSeverity.Warning,
        "'Thanking.Thank0' asks 'detail.count' for { \"numeric\": [\">\", 255] }, and in OrderPlaced it is a whole number from 0 to 255, so this alternative never matches",
        Source("""{ "detail": { "count": [{|#0:{ "numeric": [">", 255] }|}] } }"""));

    [Fact]
    public Task What_never_holds_is_found() => RuleTest<ImpossibleValueRule>.Fires(Source(
        """{ "detail": { "count": [{|ERM310:1.5|}, {|ERM310:-1|}, {|ERM310:{ "numeric": [">", 1, "<", 2] }|}] } }""",
        """{ "detail": { "total": [{|ERM310:null|}, {|ERM310:true|}], "name": [{|ERM310:false|}] } }""",
        """{ "source": [{|ERM310:{ "prefix": "st" }|}], "detail-type": [{|ERM310:{ "anything-but": "OrderPlaced" }|}] }"""));

    [Fact]
    public Task What_may_hold_is_left_alone() => RuleTest<ImpossibleValueRule>.IsSilent(Source(
        """{ "detail": { "count": [255, { "numeric": [">=", 1, "<", 2] }, { "numeric": ["<", 1e30] }], "nick": [null], "paid": [false], "total": [1.5, 1e20] } }""",
        """{ "source": [{ "prefix": "sh" }, "stall"], "detail-type": [{ "exists": true }], "detail": { "customer": { "name": [null] }, "lines": { "sku": [null] } } }""",
        """{ "source": ["stall"] }"""));

    private static string Source(params string[] patterns) => $$""""
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
            {{string.Join("\n    ", patterns.Select((p, i) => $"[Function, EventRule(\"\"\"{p}\"\"\")] public void Thank{i}(OrderPlaced order) {{ }}"))}}
        }
        """";
}
