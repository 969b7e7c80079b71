using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Queues;

public sealed class DeadLetterQueueRuleTests
{
    [Fact]
    public Task A_mistyped_name_gets_the_name_that_was_meant() => RuleTest<DeadLetterQueueRule>.Says("ERM116", DiagnosticSeverity.Warning,
        "'Voting.Tell' is to be told of the dead letters of 'vots', which no [Queue] and no [QueueTrigger] here or in a referenced project names, so an app without such a queue does not start; did you mean 'votes'?",
        Source("DeadLetterTrigger({|#0:\"vots\"|})"));

    [Fact]
    public Task A_name_unlike_any_other_is_told_that_it_may_be_left_out() => RuleTest<DeadLetterQueueRule>.Says("ERM116", DiagnosticSeverity.Warning,
        "'Voting.Tell' is to be told of the dead letters of 'deliveries', which no [Queue] and no [QueueTrigger] here or in a referenced project names, so an app without such a queue does not start; name the queue that is meant, or none to be told of all",
        Source("DeadLetterTrigger({|#0:\"deliveries\"|})"));

    [Theory]
    [InlineData("DeadLetterTrigger(\"votes\")")]
    [InlineData("DeadLetterTrigger(\"ballots\")")]
    [InlineData("DeadLetterTrigger(\"copies\")")]
    [InlineData("DeadLetterTrigger(\"fn-voting-summarise\")")]
    [InlineData("DeadLetterTrigger(\"schedule-voting-close\")")]
    [InlineData("DeadLetterTrigger")]
    public Task A_queue_that_is_named_somewhere_or_belongs_to_a_function_is_known(string trigger) => RuleTest<DeadLetterQueueRule>.IsSilent(Source(trigger));

    [Fact]
    public Task A_queue_of_a_referenced_project_is_known() => RuleTest<DeadLetterQueueRule>.IsSilentWith("""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed record Copy(int Choice);
        public sealed class Copying
        {
            [Function, QueueTrigger("copies")] public void Copy(Copy copy) { }
        }
        """, """
        public sealed class Voting
        {
            [Function, DeadLetterTrigger("votes")] public void Tell(DeadLetter letter) { }
            [Function, DeadLetterTrigger("copies")] public void Again(DeadLetter letter) { }
        }
        """);

    [Fact]
    public Task Half_typed_names_are_borne() => RuleTest<DeadLetterQueueRule>.BearsHalfTyped("""
        public sealed class Voting
        {
            [Function, DeadLetterTrigger(] public void Tell(DeadLetter letter) { }
            [Function, DeadLetterTrigger(12)] public void Again(
        }
        """);

    private static string Source(string trigger) => $$"""
        [Queue("votes", FormerName = "ballots")] public sealed record Vote(int Choice);
        public sealed record Copy(int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger] public void Tally(Vote vote) { }
            [Function, QueueTrigger("copies")] public void Copy(Copy copy) { }
            [Function, {{trigger}}] public void Tell(DeadLetter letter) { }
        }
        """;
}
