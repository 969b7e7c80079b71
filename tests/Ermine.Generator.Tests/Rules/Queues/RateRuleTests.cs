using Ermine.Generator.Rules.Queues;
using Ermine.Kernel;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Queues;

public sealed class RateRuleTests
{
    [Fact]
    public Task A_rate_in_words_gets_the_rate_that_was_meant() => RuleTest<RateRule>.Says("ERM104", DiagnosticSeverity.Error,
        "'Voting.Tally' has MaxRate = \"1000/sec\", which is no rate, so the app refuses to start; did you mean \"1000/s\"?", Source("{|#0:MaxRate = \"1000/sec\"|}"));

    [Fact]
    public Task A_text_that_may_mean_anything_is_told_the_grammar() => RuleTest<RateRule>.Says("ERM104", DiagnosticSeverity.Error,
        "'Voting.Tally' has MaxRate = \"fast\", which is no rate, so the app refuses to start; write a number, a slash, and s, m, h or d, such as 1000/s; at most a million per second",
        Source("{|#0:MaxRate = \"fast\"|}"));

    [Fact]
    public Task Any_trigger_with_a_rate_is_looked_at() => RuleTest<RateRule>.Fires("""
        public sealed record Payment(string Id);
        public sealed class Paying
        {
            [Function, Webhook("payments", {|ERM104:MaxRate = "fast"|})] public void Note(Payment payment) { }
            [Function, EventRule("{ \"a\": [1] }", {|ERM104:MaxRate = "fast"|})] public void Log(Payment payment) { }
            [Function, EventRule("{ \"a\": [1] }", MaxRate = "10/s")] public void Keep(Payment payment) { }
        }
        """);

    [Theory]
    [InlineData("1000/s", true)]
    [InlineData(" 30 / m ", true)]
    [InlineData("500/h", true)]
    [InlineData("1/d", true)]
    [InlineData("1000000/s", true)]
    [InlineData("2147483647/h", true)]
    [InlineData("1000001/s", false)]
    [InlineData("2147483648/d", false)]
    [InlineData("0/s", false)]
    [InlineData("-1/s", false)]
    [InlineData("1.5/s", false)]
    [InlineData("1,000/s", false)]
    [InlineData("10/S", false)]
    [InlineData("10/ms", false)]
    [InlineData("10", false)]
    [InlineData("10/", false)]
    [InlineData("/s", false)]
    [InlineData("10/s/s", false)]
    [InlineData("", false)]
    public async Task The_rule_and_the_runtime_read_alike(string text, bool isRate)
    {
        await RuleTest<RateRule>.Fires(Source(isRate ? $"MaxRate = \"{text}\"" : $"{{|ERM104:MaxRate = \"{text}\"|}}"));

        Assert.Equal(isRate, Rate.TryParse(text, out _));
    }

    [Fact]
    public Task No_rate_is_none_to_judge() => RuleTest<RateRule>.IsSilent(Source("MaxRate = null"));

    [Fact]
    public Task Half_typed_rates_are_borne() => RuleTest<RateRule>.BearsHalfTyped(Source("MaxRate = "));

    private static string Source(string argument) => $$"""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger({{argument}})] public void Tally(Vote vote) { }
        }
        """;
}
