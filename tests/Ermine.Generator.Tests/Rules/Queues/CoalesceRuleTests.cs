using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Queues;

public sealed class CoalesceRuleTests
{
    private const string Types = """
        [Queue("votes")] public sealed record Vote(Guid PollId, int Choice);
        [Queue("payments", GroupKey = nameof(Payment.Account))] public sealed record Payment(string Account, string Branch);

        """;

    [Fact]
    public Task A_function_of_one_message_has_nothing_to_gather() => RuleTest<CoalesceRule>.Says("ERM106", DiagnosticSeverity.Warning,
        "'Voting.Tally' takes one message at a time, so Coalesce has nothing to gather; take an IReadOnlyList<Vote>, or remove Coalesce", Types + """
        public sealed class Voting
        {
            [Function, QueueTrigger({|#0:Coalesce = "PollId"|})] public void Tally(Vote vote) { }
        }
        """);

    [Fact]
    public Task A_batch_has_one_message_of_each_group() => RuleTest<CoalesceRule>.Says("ERM106", DiagnosticSeverity.Warning,
        "'Booking.Book' reads a queue that hands out one message of each Account at a time, to keep their order, so Coalesce has nothing to gather; remove Coalesce, or GroupKey where the order does not matter", Types + """
        public sealed class Booking
        {
            [Function, QueueTrigger({|#0:Coalesce = "Account"|})] public void Book(IReadOnlyList<Payment> batch) { }
        }
        """);

    [Fact]
    public Task A_batch_by_another_value_than_its_groups_is_left_alone() => RuleTest<CoalesceRule>.IsSilent(Types + """
        public sealed class Booking
        {
            [Function, QueueTrigger(Coalesce = nameof(Payment.Branch))] public void Book(IReadOnlyList<Payment> batch) { }
            [Function, QueueTrigger("others", Coalesce = nameof(Payment.Account))] public void BookOthers(IReadOnlyList<Payment> batch) { }
            [Function, QueueTrigger(Coalesce = nameof(Vote.PollId))] public void Tally(IReadOnlyList<Vote> batch) { }
            [Function, QueueTrigger(Coalesce = nameof(Vote.PollId))] public void TallyAgain(IQueue<Vote> again, IReadOnlyList<Vote> batch) { }
            [Function, QueueTrigger] public void TallyOne(Vote vote) { }
        }
        """);
}
