using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Queues;

public sealed class BatchWindowRuleTests
{
    [Fact]
    public Task A_wait_of_more_than_half_of_the_lease_is_told_the_lease_that_would_do() => RuleTest<BatchWindowRule>.Says("ERM107", DiagnosticSeverity.Error,
        "'Voting.Tally' waits up to 30001 ms for a batch, which is more than half of its lease of 60 s, so the app refuses to start; set LeaseSeconds to at least 61, or shorten BatchWindowMilliseconds",
        Source("{|#0:BatchWindowMilliseconds = 30_001|}", "IReadOnlyList<Vote> batch"));

    [Fact]
    public Task A_function_of_one_message_waits_for_no_others() => RuleTest<BatchWindowRule>.Says("ERM107", DiagnosticSeverity.Warning,
        "'Voting.Tally' takes one message at a time and waits for no others, so BatchWindowMilliseconds has no effect; take an IReadOnlyList<Vote>, or remove it",
        Source("{|#0:BatchWindowMilliseconds = 10|}", "Vote vote"));

    [Fact]
    public Task A_millisecond_more_than_half_of_a_stated_lease_is_too_long() => RuleTest<BatchWindowRule>.Fires(
        Source("{|ERM107:BatchWindowMilliseconds = 1_001|}, LeaseSeconds = 2", "IReadOnlyList<Vote> batch"));

    [Theory]
    [InlineData("BatchWindowMilliseconds = 30_000")]
    [InlineData("BatchWindowMilliseconds = 1_000, LeaseSeconds = 2")]
    [InlineData("LeaseSeconds = 1")]
    public Task A_wait_of_half_of_the_lease_is_right(string arguments) => RuleTest<BatchWindowRule>.IsSilent(Source(arguments, "IReadOnlyList<Vote> batch"));

    [Theory]
    [InlineData("BatchWindowMilliseconds = 0")]
    [InlineData("LeaseSeconds = 1")]
    public Task A_function_of_one_message_may_say_that_it_does_not_wait(string arguments) => RuleTest<BatchWindowRule>.IsSilent(Source(arguments, "Vote vote"));

    private static string Source(string arguments, string payload) => $$"""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger({{arguments}})] public void Tally({{payload}}) { }
        }
        """;
}
