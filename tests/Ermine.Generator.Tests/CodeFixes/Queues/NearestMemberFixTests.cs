using Ermine.CodeFixes.Queues;
using Ermine.Generator.Rules.Queues;

namespace Ermine.Generator.Tests.CodeFixes.Queues;

public sealed class NearestMemberFixTests
{
    [Fact]
    public Task A_mistyped_member_becomes_the_name_of_the_nearest() => FixTest<KeyMemberRule, NearestMemberFix>.Turns("""
        namespace Polls;

        public static class Voting
        {
            [Queue("votes")] public sealed record Vote(Guid PollId, int Choice);
        }
        public sealed class Tallying
        {
            [Function, QueueTrigger({|ERM105:Coalesce = "PolId"|})] public void Tally(IReadOnlyList<Voting.Vote> batch) { }
        }
        """, "Use 'PollId'", """
        namespace Polls;

        public static class Voting
        {
            [Queue("votes")] public sealed record Vote(Guid PollId, int Choice);
        }
        public sealed class Tallying
        {
            [Function, QueueTrigger(Coalesce = nameof(Voting.Vote.PollId))] public void Tally(IReadOnlyList<Voting.Vote> batch) { }
        }
        """);

    [Fact]
    public Task A_mistyped_group_names_its_own_type() => FixTest<KeyMemberRule, NearestMemberFix>.Turns("""
        namespace Polls;

        [Queue("payments", {|ERM105:GroupKey = "Acount"|}, Version = 2)] public sealed record Payment(string Account, decimal Amount);
        """, "Use 'Account'", """
        namespace Polls;

        [Queue("payments", GroupKey = nameof(Payment.Account), Version = 2)] public sealed record Payment(string Account, decimal Amount);
        """);

    [Fact]
    public Task A_name_unlike_any_other_is_left_to_its_author() => FixTest<KeyMemberRule, NearestMemberFix>.OffersNothing("""
        [Queue("payments", {|ERM105:GroupKey = "Branch"|})] public sealed record Payment(string Account, decimal Amount);
        """);
}
