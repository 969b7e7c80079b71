using Ermine.Generator.Rules.Events;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Events;

public sealed class PredicateRuleTests
{
    [Fact]
    public Task What_cannot_be_said_is_named_with_what_can() => RuleTest<PredicateRule>.Says("ERM305", DiagnosticSeverity.Error,
        "The rule of 'Thank0' is to become an event pattern, and 'o.Name.ToLower()' cannot be said in one: use Equals(.., StringComparison.OrdinalIgnoreCase)",
        Source("{|#0:o.Name.ToLower()|} == \"ada\""));

    [Fact]
    public Task What_has_no_equal_in_patterns_is_found_where_it_stands() => RuleTest<PredicateRule>.Fires(Source(
        "{|ERM305:o.Name.StartsWith(\"A\")|}",
        "o.Total > 5 && {|ERM305:o.Name.Contains(\"a\", StringComparison.OrdinalIgnoreCase)|}",
        "{|ERM305:o.Name.Equals(\"é\", StringComparison.OrdinalIgnoreCase)|}",
        "{|ERM305:o.Total * 2|} > 100",
        "{|ERM305:o.Total > o.Limit|}",
        "{|ERM305:o.Name.Length|} > 3",
        "{|ERM305:o.At > DateTimeOffset.UnixEpoch|}",
        "{|ERM305:Other(o)|}",
        "{|ERM305:o.Ratio|} > 0.1",
        "!{|ERM305:o.Tags.Contains(\"a\")|}",
        "{|ERM305:o.Tags.Contains(\"a\") && o.Tags.Contains(\"b\")|}",
        "{|ERM305:o.Nick is not null and not \"a\"|}",
        "{|ERM305:o.Name != \"a\" && !o.Name.StartsWith('b')|}",
        "{|ERM305:o.Secret|} == \"a\"",
        "{|ERM305:o.Own|} == 1",
        "{|ERM305:o.Total > 5 && o.Total < 3|}",
        "o.Nick is { {|ERM305:Length|}: 3 }",
        "o.Nick is {|ERM305:string n|} && true",
        "o.Customer is {|ERM305:null|}",
        "{|ERM305:Changing == o.Name|}"));

    [Fact]
    public Task What_a_pattern_says_is_left_alone() => RuleTest<PredicateRule>.IsSilent(Source(
        "o.Total > 100",
        "o is { Total: > 100, Name: \"Ada\" or \"Bob\" }",
        "o.Nick?.StartsWith(\"A\", StringComparison.Ordinal) == true || o.Tags.Contains(\"a\")",
        "o.Name.StartsWith(\"A\", StringComparison.Ordinal) && o.Name.EndsWith(\"b\", StringComparison.Ordinal)",
        "Names.Contains(o.Name) && o.Total <= Least",
        "o.Home == null || o.Home != null && o.Home.City == \"Rome\"",
        "true"));

    [Fact]
    public Task What_is_no_predicate_is_found() => RuleTest<PredicateRule>.Fires(Source("true").Replace("// more", """
        [Function, EventRule<OrderPlaced>({|ERM305:"None"|})] public void Run0(OrderPlaced o) { }
        [Function, EventRule<Plain>({|ERM305:nameof(OfPlain)|})] public void Run1(Plain o) { } static bool OfPlain(Plain o) => true;
        [Function, EventRule<OrderPlaced>(nameof(Long))] public void Run2(OrderPlaced o) { } static bool {|ERM305:Long|}(OrderPlaced o) { var a = true; return a; }
        [Function, EventRule<OrderPlaced>({|ERM305:nameof(OfInstance)|})] public void Run3(OrderPlaced o) { } bool OfInstance(OrderPlaced o) => true;
        [Function, EventRule<OrderPlaced>({|ERM305:nameof(Elsewhere.Hidden)|})] public void Run4(OrderPlaced o) { } static class Elsewhere { public static bool Hidden(OrderPlaced o) => true; }
        [System.Text.Json.Serialization.JsonConverter(typeof(int)), Event("shop", "Own")] public sealed record Own(int Id);
        [Function, EventRule<Own>(nameof(OfOwn))] public void Run6(Own o) { } static bool OfOwn(Own o) => {|ERM305:o.Id|} == 1;
        [Function, EventRule, EventRule<OrderPlaced>({|ERM305:nameof(Of)|})] public void Run5(OrderPlaced o) { } static bool Of(OrderPlaced o) => true;
        """, StringComparison.Ordinal));

    [Fact]
    public Task Half_typed_predicates_are_borne() => RuleTest<PredicateRule>.BearsHalfTyped(Source("o.Total > && o."));

    [Fact]
    public Task The_rules_of_patterns_hold_for_what_a_predicate_becomes() => RuleTest<PatternTypeRule>.Fires(Source("true").Replace("// more", """
        [Event("shop", "OrderPaid")] public sealed record OrderPaid(int Id);
        [Function, EventRule<OrderPaid>({|ERM304:nameof(Of)|})] public void Run(OrderPlaced o) { } static bool Of(OrderPaid o) => true;
        """, StringComparison.Ordinal));

    private static string Source(params string[] predicates) => $$"""
        using System.Linq;
        using System.Text.Json.Serialization;
        public sealed record Customer(string? Name);
        public sealed record Plain(int Id);
        public sealed record Home(string City);
        [Event("shop", "OrderPlaced")]
        public sealed record OrderPlaced(decimal Total, decimal Limit, string Name, string? Nick, DateTimeOffset At, float Ratio, IReadOnlyList<string> Tags, Customer? Customer, Home? Home)
        {
            [JsonIgnore] public string? Secret { get; init; }
            [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public int Own { get; init; }
        }
        public sealed class Thanking
        {
            private static readonly string[] Names = ["a", "b"];
            private static readonly decimal Least = 5m;
            private static string Changing = "a";
            private static bool Other(OrderPlaced o) => true;
            {{string.Join("\n    ", predicates.Select((p, i) => $"[Function, EventRule<OrderPlaced>(nameof(Is{i}))] public void Thank{i}(OrderPlaced order) {{ }} private static bool Is{i}(OrderPlaced o) => {p};"))}}
            // more
        }
        """;
}
