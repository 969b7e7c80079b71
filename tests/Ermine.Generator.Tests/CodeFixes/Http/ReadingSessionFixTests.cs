using Ermine.CodeFixes.Http;
using Ermine.Generator.Rules.Http;
using Ermine.Generator.Tests.Rules.Http;

namespace Ermine.Generator.Tests.CodeFixes.Http;

public sealed class ReadingSessionFixTests
{
    [Fact]
    public Task A_session_that_could_write_becomes_one_that_reads() => FixTest<WritingGetRule, ReadingSessionFix>.Turns("""
        public sealed class Poll;
        public sealed class Polls
        {
            [Function, Rest("GET /polls/{id}")] public Task<Poll?> Show(Guid id, Marten.IDocumentSession {|ERM425:db|}) => db.LoadAsync<Poll>(id);
        }
        """ + MartenDouble.Text, "Take an IQuerySession", """
        public sealed class Poll;
        public sealed class Polls
        {
            [Function, Rest("GET /polls/{id}")] public Task<Poll?> Show(Guid id, Marten.IQuerySession db) => db.LoadAsync<Poll>(id);
        }
        """ + MartenDouble.Text);

    [Fact]
    public Task A_write_is_left_to_its_author() => FixTest<WritingGetRule, ReadingSessionFix>.OffersNothing("""
        public sealed class Poll;
        public sealed class Polls
        {
            [Function, Rest("GET /polls")] public void Show(Marten.IDocumentSession db) => {|ERM425:db.Store(new Poll())|};
        }
        """ + MartenDouble.Text);
}
