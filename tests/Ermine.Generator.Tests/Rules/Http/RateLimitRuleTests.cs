using Ermine.CodeFixes.Queues;
using Ermine.Generator.Rules.Http;
using Ermine.Generator.Tests.CodeFixes;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Http;

public sealed class RateLimitRuleTests
{
    [Fact]
    public Task A_limit_in_words_gets_the_rate_that_was_meant() => RuleTest<RateLimitRule>.Says("ERM421", DiagnosticSeverity.Error,
        "'Orders.Run' has the limit \"100/min\", which is no rate, so the app refuses to start; did you mean \"100/m\"?", Source("", "RateLimit({|#0:\"100/min\"|})"));

    [Fact]
    public Task A_text_that_may_mean_anything_is_told_the_grammar() => RuleTest<RateLimitRule>.Says("ERM421", DiagnosticSeverity.Error,
        "'Orders' has the limit \"often\", which is no rate, so the app refuses to start; write a number, a slash, and s, m, h or d, such as 100/m; at most a million per second",
        Source("[RateLimit({|#0:\"often\"|})]", "RateLimit(\"1/s\", Burst = 5)"));

    [Theory]
    [InlineData("100/m"), InlineData(" 1 / d "), InlineData("1000000/s")]
    public Task A_rate_is_let_be(string rate) => RuleTest<RateLimitRule>.IsSilent(Source("", $"RateLimit(\"{rate}\", Global = true)"));

    [Fact]
    public Task The_fix_writes_what_was_meant() => FixTest<RateLimitRule, MeantRateFix>.Turns(
        Source("", "RateLimit({|ERM421:\"1,000 per hour\"|}, Burst = 5)"), "Write \"1000/h\"", Source("", "RateLimit(\"1000/h\", Burst = 5)"));

    [Fact]
    public Task Half_typed_limits_are_borne() => RuleTest<RateLimitRule>.BearsHalfTyped(Source("[RateLimit(]", "RateLimit(\"1/"));

    private static string Source(string onClass, string onMethod) => $$"""
        {{onClass}}
        public sealed class Orders
        {
            [Function, Rest("GET /orders"), {{onMethod}}] public void Run() { }
        }
        """;
}
