using Ermine.Generator.Rules.Functions;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Functions;

public sealed class UnseenResultRuleTests
{
    [Fact]
    public Task A_result_behind_a_message_is_thrown_away() => RuleTest<UnseenResultRule>.Says("ERM017", DiagnosticSeverity.Warning,
        "'Voting.Tally' returns 'bool', and nobody waits for what [QueueTrigger] brings about: the value is thrown away and the run counts as done, whatever it says; throw where it failed, store or send the value, or add [OnDemand] for callers that want it",
        Source("[Function, QueueTrigger] public {|#0:Task<bool>|} Tally(Vote vote) => Task.FromResult(true);"));

    [Theory]
    [InlineData("[Function, QueueTrigger] public {|ERM017:Report|} Tally(IReadOnlyList<Vote> votes) => new(1);")]
    [InlineData("[Function, DeadLetterTrigger] public async {|ERM017:ValueTask<string>|} Tell(DeadLetter letter) { await Task.Yield(); return letter.Reason; }")]
    [InlineData("[Function, QueueTrigger, DeadLetterTrigger] public {|ERM017:Report|} Both(DeadLetter letter) => new(1);")]
    [InlineData("[Function, Nightly] public {|ERM017:int|} Close() => 1;")]
    public Task Each_kind_of_message_has_nobody_who_waits(string method) => RuleTest<UnseenResultRule>.Fires(Source(method));

    [Theory]
    [InlineData("[Function] public Report Summarise() => new(1);")]
    [InlineData("[Function, OnDemand] public Report Summarise() => new(1);")]
    [InlineData("[Function, QueueTrigger, OnDemand] public Report Tally(Vote vote) => new(1);")]
    [InlineData("[Function, Rest(\"GET /report\")] public Report Show() => new(1);")]
    [InlineData("[Function, QueueTrigger] public void Tally(Vote vote) { }")]
    [InlineData("[Function, QueueTrigger] public Task Tally(Vote vote) => Task.CompletedTask;")]
    [InlineData("[Function, QueueTrigger] public Task<Ermine.Kernel.Outcome> Tally(Vote vote) => Task.FromResult(Ermine.Kernel.Outcome.Completed);")]
    [InlineData("[Function, QueueTrigger] public ValueTask<BatchResult> Tally(IReadOnlyList<Vote> votes) => new(BatchResult.Completed);")]
    public Task What_somebody_sees_or_what_is_an_outcome_is_left_alone(string method) => RuleTest<UnseenResultRule>.IsSilent(Source(method));

    [Fact]
    public Task Half_typed_results_are_borne() => RuleTest<UnseenResultRule>.BearsHalfTyped("""
        public sealed class Voting
        {
            [Function, QueueTrigger] public Task<Missing> Tally(int vote) => null!;
            [Function, QueueTrigger(] public Task<> Again(int vote) => null!;
            [Function, QueueTrigger] public 
        }
        """);

    private static string Source(string method) => $$"""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed record Report(int Votes);
        [TriggerShape(InputShape.None)] public sealed class NightlyAttribute : TriggerAttribute;
        public sealed class Voting
        {
            {{method}}
        }
        """;
}
