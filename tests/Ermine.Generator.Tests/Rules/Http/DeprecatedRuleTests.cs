using Ermine.Generator.Rules.Http;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Http;

// No fix is safe: which day was meant, only its author knows.
public sealed class DeprecatedRuleTests
{
    [Fact]
    public Task A_day_that_is_not_in_the_calendar_is_told() => RuleTest<DeprecatedRule>.Says("ERM422", DiagnosticSeverity.Error,
        "'Orders.Run' has Sunset = \"2027-02-30\", which is no day, so the app refuses to start; write it as 2027-01-31", Source("{|#0:Sunset = \"2027-02-30\"|}"));

    [Fact]
    public Task A_sunset_before_the_deprecation_is_told() => RuleTest<DeprecatedRule>.Says("ERM422", DiagnosticSeverity.Error,
        "'Orders.Run' has Sunset = \"2026-01-01\", which is before Since = \"2026-06-01\", so callers are told that it went before it was deprecated; correct one of the days",
        Source("Since = \"2026-06-01\", {|#0:Sunset = \"2026-01-01\"|}"));

    [Theory]
    [InlineData("{|ERM422:Since = \"1.6.2026\"|}"), InlineData("{|ERM422:Sunset = \"2027\"|}"), InlineData("{|ERM422:Sunset = \"\"|}")]
    public Task Other_ways_to_write_a_day_are_told(string days) => RuleTest<DeprecatedRule>.Fires(Source(days));

    [Theory]
    [InlineData("Sunset = \"2027-01-01\""), InlineData("Since = \"2026-06-01\", Sunset = \"2026-06-01\""), InlineData("Link = \"https://shop.example/v2\"")]
    public Task Days_are_let_be(string days) => RuleTest<DeprecatedRule>.IsSilent(Source(days));

    [Fact]
    public Task Half_typed_days_are_borne() => RuleTest<DeprecatedRule>.BearsHalfTyped(Source("Sunset = "));

    private static string Source(string days) => $$"""
        public sealed class Orders
        {
            [Function, Rest("GET /orders"), Deprecated({{days}})] public void Run() { }
        }
        """;
}
