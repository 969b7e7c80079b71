using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Queues;

public sealed class LooseSendRuleTests
{
    [Fact]
    public Task A_send_that_nothing_waits_for_may_be_lost() => RuleTest<LooseSendRule>.Says("ERM115", DiagnosticSeverity.Warning,
        "Nothing waits for this send, so nobody learns whether 'Vote' was sent, and it may not be: it is durable when its task completes; await it",
        Source("public void Cast(IQueue<Vote> votes) { {|#0:votes.SendAsync(new(1))|}; }"));

    [Fact]
    public Task A_send_after_a_save_of_its_own_may_be_lost() => RuleTest<LooseSendRule>.Says("ERM115", DiagnosticSeverity.Warning,
        "'Vote' is sent with the commit of 'Voting.Cast', but what is saved before is durable at once, so that a run which fails after that has saved and not sent; store through the function's own IDocumentSession, which needs no SaveChangesAsync",
        Source("""
            [Function, Rest("POST /votes")] public async Task Cast(IQueue<Vote> votes, Marten.IDocumentStore store)
            {
                var session = store.LightweightSession();
                await session.SaveChangesAsync(default);
                await {|#0:votes.SendAsync(new(1))|};
            }
            """));

    [Theory]
    [InlineData("public void Cast(IQueue<Vote> votes) { _ = {|ERM115:votes.SendManyAsync([new(1)])|}; }")]
    [InlineData("public async Task Cast(IQueue<Vote> votes) { if (votes is not null) {|ERM115:votes.SendAsync(new(1))|}; await Task.Yield(); }")]
    [InlineData("public void Cast(IQueue<Vote>? votes) { votes?{|ERM115:.SendAsync(new(1))|}; }")]
    [InlineData("public Action Cast(IQueue<Vote> votes) => () => { {|ERM115:votes.SendAsync(new(1))|}; };")]
    public Task A_dropped_send_is_found_wherever_it_stands(string method) => RuleTest<LooseSendRule>.Fires(Source(method));

    [Theory]
    [InlineData("public async Task Cast(IQueue<Vote> votes) { await votes.SendAsync(new(1)); await votes.SendAsync(new(1)).ConfigureAwait(false); }")]
    [InlineData("public Task Cast(IQueue<Vote> votes) => votes.SendAsync(new(1));")]
    [InlineData("public Func<Task> Cast(IQueue<Vote> votes) => () => votes.SendAsync(new(1));")]
    [InlineData("public async Task Cast(IQueue<Vote> votes) { var sent = votes.SendAsync(new(1)); await sent; }")]
    [InlineData("public void Cast(IQueue<Vote> votes) => votes.SendAsync(new(1)).GetAwaiter().GetResult();")]
    [InlineData("public async Task Cast(IQueue<Vote> votes, Marten.IDocumentSession session) { await session.SaveChangesAsync(default); await votes.SendAsync(new(1)); }")]
    [InlineData("[Function, Rest(\"POST /votes\")] public async Task Cast(IQueue<Vote> votes, Marten.IDocumentSession session) { await votes.SendAsync(new(1)); await session.SaveChangesAsync(default); }")]
    public Task A_send_that_is_waited_for_is_left_alone(string method) => RuleTest<LooseSendRule>.IsSilent(Source(method));

    private static string Source(string method) => $$"""
        namespace Marten
        {
            public interface IDocumentStore { IDocumentSession LightweightSession(); }
            public interface IDocumentSession { Task SaveChangesAsync(CancellationToken token); }
        }
        namespace Polls
        {
            [Queue("votes")] public sealed record Vote(int Choice);
            public sealed class Voting
            {
                {{method}}
            }
        }
        """;
}
