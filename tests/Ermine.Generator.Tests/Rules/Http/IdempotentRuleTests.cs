using Ermine.Generator.Rules.Http;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Http;

// No fix is offered: the attribute may have been meant for the function beside it.
public sealed class IdempotentRuleTests
{
    [Fact]
    public Task A_read_that_is_kept_for_a_day_is_told() => RuleTest<IdempotentRule>.Says("ERM420", DiagnosticSeverity.Warning,
        "'Orders.Run' answers 'GET /orders' and is [Idempotent], so a caller who repeats a key reads what was there up to a day ago, and each read is written to the database; take [Idempotent] off",
        Source("{|#0:Idempotent|}, Rest(\"GET /orders\")"));

    [Theory]
    [InlineData("Rest(\"head /orders\")")]
    [InlineData("Rest(\"POST /orders\"), Rest(\"GET /orders\")")]
    public Task One_route_that_reads_is_enough(string routes) => RuleTest<IdempotentRule>.Fires(Source($"{{|ERM420:Idempotent|}}, {routes}"));

    [Theory]
    [InlineData("Idempotent, Rest(\"POST /orders\")")]
    [InlineData("Idempotent, Rest(\"GETTING /orders\")")]
    [InlineData("Rest(\"GET /orders\")")]
    [InlineData("Idempotent")]
    public Task Writes_and_reads_without_it_are_let_be(string attributes) => RuleTest<IdempotentRule>.IsSilent(Source(attributes));

    [Fact]
    public Task Half_typed_routes_are_borne() => RuleTest<IdempotentRule>.BearsHalfTyped(Source("Idempotent, Rest("));

    private static string Source(string attributes) => $$"""
        public sealed class Orders
        {
            [Function, {{attributes}}] public void Run() { }
        }
        """;
}
