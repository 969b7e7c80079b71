using Ermine.CodeFixes.Queues;
using Ermine.Generator.Rules.Queues;

namespace Ermine.Generator.Tests.CodeFixes.Queues;

public sealed class AwaitSendFixTests
{
    [Theory]
    [InlineData("{|ERM115:votes.SendAsync(new(1), ct: ct)|};")]
    [InlineData("_ = {|ERM115:votes.SendAsync(new(1), ct: ct)|};")]
    public Task A_dropped_send_is_waited_for(string before) => FixTest<LooseSendRule, AwaitSendFix>.Turns(
        Source("async Task", before), "Await it", Source("async Task", "await votes.SendAsync(new(1), ct: ct);"));

    [Fact]
    public Task A_method_that_cannot_wait_is_left_to_its_author() => FixTest<LooseSendRule, AwaitSendFix>.OffersNothing(
        Source("void", "{|ERM115:votes.SendAsync(new(1))|};"));

    private static string Source(string returns, string statement) => $$"""
        [Queue("votes")] public sealed record Vote(int Choice);
        public static class Voting
        {
            public static {{returns}} Cast(IQueue<Vote> votes, CancellationToken ct)
            {
                {{statement}}
            }
        }
        """;
}
