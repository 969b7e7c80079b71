using Ermine.Generator.Rules.Events;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Events;

public sealed class PredicateRuleTests
{
    [Fact]
    public Task What_cannot_be_said_is_named_with_what_can() => RuleTest<PredicateRule>.Says("ERM305", DiagnosticSeverity.Error,
        "The rule of 'Thank' is to become an event pattern, and 'o.Name.ToLower()' cannot be said in one: use Equals(.., StringComparison.OrdinalIgnoreCase)",
        Source("{|#0:o.Name.ToLower()|} == \"ada\""));

    [Theory]
    [InlineData("{|ERM305:o.Name.StartsWith(\"A\")|}")]
    [InlineData("o.Total > 5 && {|ERM305:o.Name.Contains(\"a\", StringComparison.OrdinalIgnoreCase)|}")]
    [InlineData("{|ERM305:o.Name.Equals(\"é\", StringComparison.OrdinalIgnoreCase)|}")]
    [InlineData("{|ERM305:o.Total * 2|} > 100")]
    [InlineData("{|ERM305:o.Total > o.Limit|}")]
    [InlineData("{|ERM305:o.Name.Length|} > 3")]
    [InlineData("{|ERM305:o.At > DateTimeOffset.UnixEpoch|}")]
    [InlineData("{|ERM305:Other(o)|}")]
    [InlineData("{|ERM305:o.Ratio|} > 0.1")]
    [InlineData("!{|ERM305:o.Tags.Contains(\"a\")|}")]
    [InlineData("{|ERM305:o.Tags.Contains(\"a\") && o.Tags.Contains(\"b\")|}")]
    [InlineData("{|ERM305:o.Nick is not null and not \"a\"|}")]
    [InlineData("{|ERM305:o.Name != \"a\" && !o.Name.StartsWith('b')|}")]
    [InlineData("{|ERM305:o.Secret|} == \"a\"")]
    [InlineData("{|ERM305:o.Own|} == 1")]
    [InlineData("{|ERM305:o.Total > 5 && o.Total < 3|}")]
    [InlineData("o.Nick is { {|ERM305:Length|}: 3 }")]
    [InlineData("o.Nick is {|ERM305:string n|} && true")]
    [InlineData("o.Customer is {|ERM305:null|}")]
    [InlineData("{|ERM305:Changing == o.Name|}")]
    public Task What_has_no_equal_in_patterns_is_found_where_it_stands(string predicate) => RuleTest<PredicateRule>.Fires(Source(predicate));

    [Theory]
    [InlineData("o.Total > 100")]
    [InlineData("o is { Total: > 100, Name: \"Ada\" or \"Bob\" }")]
    [InlineData("o.Nick?.StartsWith(\"A\", StringComparison.Ordinal) == true || o.Tags.Contains(\"a\")")]
    [InlineData("o.Name.StartsWith(\"A\", StringComparison.Ordinal) && o.Name.EndsWith(\"b\", StringComparison.Ordinal)")]
    [InlineData("Names.Contains(o.Name) && o.Total <= Least")]
    [InlineData("true")]
    public Task What_a_pattern_says_is_left_alone(string predicate) => RuleTest<PredicateRule>.IsSilent(Source(predicate));

    [Theory]
    [InlineData("[Function, EventRule<OrderPlaced>({|ERM305:\"None\"|})] public void Run(OrderPlaced o) { }")]
    [InlineData("[Function, EventRule<Plain>({|ERM305:nameof(OfPlain)|})] public void Run(Plain o) { } static bool OfPlain(Plain o) => true;")]
    [InlineData("[Function, EventRule<OrderPlaced>(nameof(Long))] public void Run(OrderPlaced o) { } static bool {|ERM305:Long|}(OrderPlaced o) { var a = true; return a; }")]
    [InlineData("[Function, EventRule<OrderPlaced>({|ERM305:nameof(Of)|})] public void Run(OrderPlaced o) { } bool Of(OrderPlaced o) => true;")]
    [InlineData("[Function, EventRule<OrderPlaced>({|ERM305:nameof(Elsewhere.Of)|})] public void Run(OrderPlaced o) { } static class Elsewhere { public static bool Of(OrderPlaced o) => true; }")]
    [InlineData("[Function, EventRule, EventRule<OrderPlaced>({|ERM305:nameof(Of)|})] public void Run(OrderPlaced o) { } static bool Of(OrderPlaced o) => true;")]
    public Task What_is_no_predicate_is_found(string members) => RuleTest<PredicateRule>.Fires(Source("true", members));

    [Fact]
    public Task Half_typed_predicates_are_borne() => RuleTest<PredicateRule>.BearsHalfTyped(Source("o.Total > && o."));

    [Fact]
    public Task The_rules_of_patterns_hold_for_what_a_predicate_becomes() => RuleTest<PatternTypeRule>.Fires(Source("true", """
        [Event("shop", "OrderPaid")] public sealed record OrderPaid(int Id);
        [Function, EventRule<OrderPaid>({|ERM304:nameof(Of)|})] public void Run(OrderPlaced o) { } static bool Of(OrderPaid o) => true;
        """));

    private static string Source(string predicate, string members = "") => $$"""
        using System.Linq;
        using System.Text.Json.Serialization;
        public sealed record Customer(string? Name);
        public sealed record Plain(int Id);
        [Event("shop", "OrderPlaced")]
        public sealed record OrderPlaced(decimal Total, decimal Limit, string Name, string? Nick, DateTimeOffset At, float Ratio, IReadOnlyList<string> Tags, Customer? Customer)
        {
            [JsonIgnore] public string? Secret { get; init; }
            [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public int Own { get; init; }
        }
        public sealed class Thanking
        {
            private static readonly string[] Names = ["a", "b"];
            private static readonly decimal Least = 5m;
            private static string Changing = "a";
            [Function, EventRule<OrderPlaced>(nameof(IsBig))] public void Thank(OrderPlaced order) { _ = (Names, Least, Changing); }
            private static bool IsBig(OrderPlaced o) => {{predicate}};
            private static bool Other(OrderPlaced o) => true;
            {{members}}
        }
        """;
}
