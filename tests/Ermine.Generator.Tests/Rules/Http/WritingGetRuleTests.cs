using Ermine.Generator.Rules.Http;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Http;

public sealed class WritingGetRuleTests
{
    [Fact]
    public Task A_GET_that_stores_is_told_of() => RuleTest<WritingGetRule>.Says("ERM425", DiagnosticSeverity.Warning,
        "'Polls.Show' answers 'GET /polls/{id}' and writes to the database, by Store; browsers fetch such addresses ahead, crawlers follow them, and caches and retries repeat or skip them, so the write happens too often or not at all; answer POST, PUT, PATCH or DELETE instead", """
        public sealed class Poll { public int Views { get; set; } }
        public sealed class Polls
        {
            [Function, Rest("GET /polls/{id}")]
            public async Task<Poll?> Show(Guid id, Marten.IDocumentSession db)
            {
                var poll = await db.LoadAsync<Poll>(id);
                if (poll is not null) {|#0:db.Store(poll)|};
                return poll;
            }
        }
        """ + MartenDouble.Text);

    [Fact]
    public Task A_session_that_could_store_is_told_of() => RuleTest<WritingGetRule>.Says("ERM425", DiagnosticSeverity.Warning,
        "'Polls.Show' answers 'GET /polls/{id}' and takes an IDocumentSession, by which it and whatever it calls may write; take an IQuerySession, which cannot", """
        public sealed class Poll;
        public sealed class Polls
        {
            [Function, Rest("GET /polls/{id}")] public Task<Poll?> Show(Guid id, Marten.IDocumentSession {|#0:db|}) => db.LoadAsync<Poll>(id);
        }
        """ + MartenDouble.Text);

    [Theory]
    [InlineData("votes.SendAsync(new(1))")]
    [InlineData("db.SaveChangesAsync()")]
    [InlineData("Task.Run(() => {|ERM425:db.Delete(new Vote(1))|})", false)]
    [InlineData("Task.Run(() => {|ERM425:db.Events.Append(default, new Vote(1))|})", false)]
    public Task Messages_events_and_what_lambdas_write_count(string call, bool isMarked = true) => RuleTest<WritingGetRule>.Fires($$"""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Polls
        {
            [Function, Rest("HEAD /polls")] public Task Show(IQueue<Vote> votes, Marten.IDocumentSession db) => {{(isMarked ? $"{{|ERM425:{call}|}}" : call)}};
        }
        """ + MartenDouble.Text);

    [Fact]
    public Task What_only_reads_and_what_answers_POST_may_be() => RuleTest<WritingGetRule>.IsSilent("""
        public sealed class Poll;
        public sealed class Polls
        {
            [Function, Rest("GET /polls/{id}")] public Task<Poll?> Show(Guid id, Marten.IQuerySession db) => db.LoadAsync<Poll>(id);
            [Function, Rest("POST /polls")] public void Open(Poll body, Marten.IDocumentSession db) => db.Store(body);
            [Function, Schedule("0 3 * * *")] public void Close(Marten.IDocumentSession db) => db.Store(new Poll());
            public void NoFunction(Marten.IDocumentSession db) => db.Store(new Poll());
            [Function, Rest("GET /lists")] public int Count([Microsoft.AspNetCore.Mvc.FromServices] Shelf shelf) => shelf.Store(1);
        }
        public abstract class Shelf { public abstract int Store(int thing); }
        """ + MartenDouble.Text);

    [Fact]
    public Task Half_typed_calls_are_borne() => RuleTest<WritingGetRule>.BearsHalfTyped("""
        public sealed class Polls
        {
            [Function, Rest("GET")] public void A(Marten.IDocumentSession db) => db.;
            [Function, Rest()] public void B(Marten. db) { db.Store( }
            [Function, Rest("GET /")] public void C(IQueue<> votes) => votes.SendAsync(
        }
        """ + MartenDouble.Text);
}
