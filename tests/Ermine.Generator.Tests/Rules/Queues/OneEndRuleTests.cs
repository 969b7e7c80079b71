using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Queues;

public sealed class OneEndRuleTests
{
    private const string Vote = """
        [Queue("votes")] public sealed record Vote(int Choice);

        """;

    private const string Tally = """
        public sealed class Counting { [Function, QueueTrigger] public void Tally(Vote vote) { } }

        """;

    [Fact]
    public Task A_queue_that_nobody_reads_is_told_where_it_is_sent_to() => RuleTest<OneEndRule>.SaysOfApp("ERM113", DiagnosticSeverity.Warning,
        "'Voting' sends to the queue 'votes', which no function of this app or of a referenced project reads, so its messages wait for ever; write a function that takes 'Vote'", Vote + """
        public sealed class Voting
        {
            [Function, Rest("POST /votes")] public Task Cast(IQueue<Vote> {|#0:votes|}, IQueue<int> others) => votes.SendAsync(new(1));
            [Function, Rest("POST /votes/again")] public Task CastAgain(IQueue<Vote> votes) => votes.SendAsync(new(1));
        }
        """);

    [Fact]
    public Task A_queue_that_nobody_sends_to_is_told_where_it_is_read() => RuleTest<OneEndRule>.SaysOfApp("ERM113", DiagnosticSeverity.Info,
        "'Voting.Tally' reads the queue 'votes', to which nothing in this app sends, so it runs only if another app does; send through an IQueue<Vote>", Vote + """
        public sealed class Voting
        {
            [Function, QueueTrigger] public void {|#0:Tally|}(Vote vote) { }
        }
        """);

    [Theory]
    [InlineData("public sealed class Voting(IQueue<Vote> votes) { [Function, Rest(\"POST /votes\")] public Task Cast() => votes.SendAsync(new(1)); }")]
    [InlineData("public static class Import { public static Task Run(IQueues queues) => queues.For<Vote>().SendAsync(new(1)); }")]
    [InlineData("public static class Import<T> { public static Task Run(IQueue<T> queue, T message) => queue.SendAsync(message); }")]
    public Task A_queue_with_both_ends_is_left_alone(string sender) => RuleTest<OneEndRule>.IsSilentOfApp(Vote + Tally + sender);

    [Fact]
    public Task A_queue_that_is_renamed_is_read_by_its_former_name() => RuleTest<OneEndRule>.IsSilentOfApp("""
        [Queue("votes")] public sealed record Vote(int Choice);
        [Queue("ballots", FormerName = "votes")] public sealed record Ballot(int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger] public Task Tally(Ballot ballot, IQueue<Vote> votes, IQueue<Ballot> ballots) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task A_library_is_no_whole_app() => RuleTest<OneEndRule>.IsSilent(Vote + """
        [Queue("polls")] public sealed record Poll(int Choice);
        public sealed class Voting
        {
            [Function, Rest("POST /votes")] public Task Cast(IQueue<Vote> votes) => votes.SendAsync(new(1));
            [Function, QueueTrigger] public void Open(Poll poll) { }
        }
        """);

    [Fact]
    public Task A_function_of_a_referenced_project_reads_too() => RuleTest<OneEndRule>.IsSilentOfAppWith(Vote + Tally, """
        public sealed class Voting
        {
            [Function, Rest("POST /votes")] public Task Cast(IQueue<Vote> votes) => votes.SendAsync(new(1));
        }
        """);
}
