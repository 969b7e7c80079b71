using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Queues;

public sealed class QueuePayloadRuleTests
{
    [Fact]
    public Task Two_types_of_one_queue_are_told_of_each_other() => RuleTest<QueuePayloadRule>.Fires("""
        [{|ERM101:Queue("votes")|}] public sealed record Vote(int Choice);
        [{|ERM101:Queue("votes")|}] public sealed record Ballot(int Choice);
        """);

    [Fact]
    public Task A_reader_of_another_type_than_is_sent_is_told_which() => RuleTest<QueuePayloadRule>.Says("ERM101", DiagnosticSeverity.Error,
        "'Voting.Tally' reads the queue 'votes' as 'Copy' where it carries 'Vote', so messages of one type are misread as the other or end as dead letters; take 'Vote', or read another queue", """
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed record Copy(int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger("votes")] public void Tally(IReadOnlyList<Copy> {|#0:batch|}) { }
        }
        """);

    [Fact]
    public Task Two_readers_of_a_queue_that_nothing_here_sends_to_agree_on_its_type() => RuleTest<QueuePayloadRule>.Fires("""
        public sealed record Vote(int Choice);
        public sealed record Copy(int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger("votes")] public void One(Vote {|ERM101:vote|}) { }
            [Function, QueueTrigger("votes")] public void Two(Copy {|ERM101:vote|}) { }
        }
        """);

    [Fact]
    public Task A_type_of_a_referenced_project_counts() => RuleTest<QueuePayloadRule>.FiresWith("""
        [Queue("votes")] public sealed record Vote(int Choice);
        """, """
        [{|ERM101:Queue("votes")|}] public sealed record Ballot(int Choice);
        """);

    [Fact]
    public Task One_type_a_queue_and_a_reader_of_any_JSON_are_left_alone() => RuleTest<QueuePayloadRule>.IsSilent("""
        [Queue("votes")] public sealed record Vote(int Choice);
        [Queue("orders")] public sealed record Order(int Number);
        public sealed class Voting
        {
            [Function, QueueTrigger] public void Tally(IReadOnlyList<Vote> batch) { }
            [Function, QueueTrigger("votes")] public void Again(Vote vote) { }
            [Function, QueueTrigger("votes")] public void Log(System.Text.Json.JsonElement any) { }
            [Function, QueueTrigger] public void Ship(Order order) { }
        }
        """);
}
