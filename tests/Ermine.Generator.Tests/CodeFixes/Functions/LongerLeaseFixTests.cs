using Ermine.CodeFixes.Functions;
using Ermine.Generator.Rules.Functions;
using Ermine.Generator.Rules.Queues;

namespace Ermine.Generator.Tests.CodeFixes.Functions;

public sealed class LongerLeaseFixTests
{
    [Theory]
    [InlineData("{|ERM007:QueueTrigger(Heartbeat = false)|}", "QueueTrigger(Heartbeat = false, LeaseSeconds = 91)")]
    [InlineData("QueueTrigger({|ERM007:LeaseSeconds = 10|}, Heartbeat = false)", "QueueTrigger(LeaseSeconds = 91, Heartbeat = false)")]
    public Task The_lease_becomes_a_second_longer_than_the_timeout(string before, string after) => FixTest<LeaseRule, LongerLeaseFix>.Turns(
        Source(90, before), "Set LeaseSeconds to 91", Source(90, after));

    [Fact]
    public Task A_lease_that_would_pass_its_limit_is_not_offered() => FixTest<LeaseRule, LongerLeaseFix>.OffersNothing(
        Source(43_200, "{|ERM007:QueueTrigger(Heartbeat = false)|}"));

    [Fact]
    public Task The_lease_becomes_twice_as_long_as_the_wait_for_a_batch() => FixTest<BatchWindowRule, LongerLeaseFix>.Turns("""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger({|ERM107:BatchWindowMilliseconds = 40_001|})] public void Tally(IReadOnlyList<Vote> batch) { }
        }
        """, "Set LeaseSeconds to 81", """
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger(BatchWindowMilliseconds = 40_001, LeaseSeconds = 81)] public void Tally(IReadOnlyList<Vote> batch) { }
        }
        """);

    private static string Source(int timeout, string trigger) => $$"""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function(TimeoutSeconds = {{timeout}}), {{trigger}}] public void Tally(Vote vote) { }
        }
        """;
}
