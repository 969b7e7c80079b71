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

    private static string Source(string arguments) => $$"""
        [Queue("votes")] public sealed record Vote(Guid PollId, int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger{{arguments}}] public void Tally(Vote vote) { }
        }
        """;
}
