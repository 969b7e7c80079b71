using Ermine.CodeFixes.Queues;
using Ermine.Generator.Rules.Queues;

namespace Ermine.Generator.Tests.CodeFixes.Queues;

public sealed class RemoveArgumentFixTests
{
    [Theory]
    [InlineData("({|ERM106:Coalesce = \"PollId\"|})", "")]
    [InlineData("({|ERM106:Coalesce = \"PollId\"|}, LeaseSeconds = 5)", "(LeaseSeconds = 5)")]
    [InlineData("(\"votes\", {|ERM106:Coalesce = \"PollId\"|})", "(\"votes\")")]
    public Task A_member_to_gather_by_goes(string before, string after) => FixTest<CoalesceRule, RemoveArgumentFix>.Turns(
        Source(before), "Remove Coalesce", Source(after));

    [Fact]
    public Task A_window_goes_from_a_function_of_one_message() => FixTest<BatchWindowRule, RemoveArgumentFix>.Turns(
        Source("(LeaseSeconds = 5, {|ERM107:BatchWindowMilliseconds = 10|})"), "Remove BatchWindowMilliseconds", Source("(LeaseSeconds = 5)"));

    [Fact]
    public Task A_window_that_is_too_long_stays() => FixTest<BatchWindowRule, RemoveArgumentFix>.OffersNothing(
        Source("({|ERM107:BatchWindowMilliseconds = 10000|}, LeaseSeconds = 5)"));

    private static string Source(string arguments) => $$"""
        [Queue("votes")] public sealed record Vote(Guid PollId, int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger{{arguments}}] public void Tally(Vote vote) { }
        }
        """;
}
