using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Queues;

public sealed class QueueNameRuleTests
{
    [Fact]
    public Task A_mistyped_name_gets_the_name_that_was_meant() => RuleTest<QueueNameRule>.Says("ERM102", DiagnosticSeverity.Warning,
        "'Voting.Tally' reads the queue 'vots', which no type here or in a referenced project names in its [Queue], so nothing sends to it; did you mean 'votes'?", """
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed record Copy(int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger({|#0:"vots"|})] public void Tally(Copy vote) { }
        }
        """);

    [Fact]
    public Task A_name_unlike_any_other_is_told_what_would_send_to_it() => RuleTest<QueueNameRule>.Says("ERM102", DiagnosticSeverity.Warning,
        "'Shop.Send' reads the queue 'deliveries', which no type here or in a referenced project names in its [Queue], so nothing sends to it; put [Queue(\"deliveries\")] on the type that is sent", """
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed record Order(int Number);
        public sealed class Shop
        {
            [Function, QueueTrigger({|#0:"deliveries"|})] public void Send(Order order) { }
        }
        """);

    [Fact]
    public Task A_payload_without_a_queue_is_told_that_the_app_does_not_start() => RuleTest<QueueNameRule>.Says("ERM102", DiagnosticSeverity.Error,
        "'Voting.Tally' names no queue and neither does its payload 'Vote', so the app does not start; put [Queue(\"...\")] on 'Vote', or name the queue in [QueueTrigger(\"...\")]", """
        public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function, {|#0:QueueTrigger|}] public void Tally(IReadOnlyList<Vote> batch) { }
        }
        """);

    [Fact]
    public Task A_name_on_the_payload_or_in_a_nested_contract_is_known() => RuleTest<QueueNameRule>.IsSilent("""
        public sealed class Voting
        {
            [Queue("votes")] public sealed record Vote(int Choice);
            public sealed record Copy(int Choice);

            [Function, QueueTrigger] public void Tally(IReadOnlyList<Vote> batch) { }
            [Function, QueueTrigger("votes")] public void Again(Copy vote) { }
        }
        """);

    [Fact]
    public Task A_contract_of_a_referenced_project_is_known() => RuleTest<QueueNameRule>.IsSilentWith("""
        [Queue("votes")] public sealed record Vote(int Choice);
        """, """
        public sealed record Copy(int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger("votes")] public void Tally(Copy vote) { }
        }
        """);

    [Fact]
    public Task Half_typed_names_are_borne() => RuleTest<QueueNameRule>.BearsHalfTyped("""
        [Queue(] public sealed record Vote(int Choice);
        [Queue(null!)] public sealed record Ballot(int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger(] public void Tally(Missing vote) { }
            [Function, QueueTrigger(12)] public void Again( 
        }
        """);
}
