using Ermine.Generator.Rules.Http;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Http;

// No fix is safe: a Take put there would leave documents out without a word, and pages are another contract with callers.
public sealed class UnpagedListRuleTests
{
    [Fact]
    public Task A_list_of_all_that_is_found_is_told_of() => RuleTest<UnpagedListRule>.Says("ERM428", DiagnosticSeverity.Warning,
        "'Polls.List' answers 'GET /polls' with every 'Poll' that its query finds, so its answer, its time and its memory grow with the table; answer in pages, by [Paged] and a PageRequest, or bound the query with Take", """
        using Marten;
        using System.Linq;

        public sealed record Poll(string Question);
        public sealed class Polls
        {
            [Function, Rest("GET /polls")] public Task<IReadOnlyList<Poll>> List(IQuerySession db) => {|#0:db.Query<Poll>()|}.Where(p => p.Question != "").OrderBy(p => p.Question).ToListAsync();
        }
        """ + MartenDouble.Text);

    [Fact]
    public Task A_list_that_is_wrapped_counts() => RuleTest<UnpagedListRule>.Fires("""
        using Marten;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.HttpResults;
        using System.Linq;

        public sealed record Poll(string Question);
        public sealed class Polls
        {
            [Function, Rest("GET /polls")] public async Task<Ok<IReadOnlyList<string>>> List(IQuerySession db)
            {
                var found = await {|ERM428:db.Query<Poll>()|}.ToListAsync();
                return TypedResults.Ok<IReadOnlyList<string>>(found.Select(p => p.Question).ToList());
            }
        }
        """ + MartenDouble.Text);

    [Fact]
    public Task What_is_bounded_paged_or_no_list_may_be() => RuleTest<UnpagedListRule>.IsSilent("""
        using Marten;
        using System.Linq;

        public sealed record Poll(Guid Id, string Question);
        public sealed record History(Poll Poll, IReadOnlyList<Poll> Others);
        public sealed class PageRequest;
        public static class Paging { public static Task<IReadOnlyList<T>> ToPageAsync<T>(this IQueryable<T> query, int size) => query.ToListAsync(); }
        public sealed class Polls
        {
            [Function, Rest("GET /a")] public Task<IReadOnlyList<Poll>> Bounded(IQuerySession db) => db.Query<Poll>().Take(100).ToListAsync();
            [Function, Rest("GET /b")] public Task<IReadOnlyList<Poll>> Paged(IQuerySession db) => db.Query<Poll>().ToPageAsync(100);
            [Function, Rest("GET /c")] public Task<IReadOnlyList<Poll>> Requested([Microsoft.AspNetCore.Mvc.FromServices] PageRequest page, IQuerySession db) => db.Query<Poll>().ToListAsync();
            [Function, Rest("GET /d")] public async Task<History> One(IQuerySession db) => new(new(default, ""), await db.Query<Poll>().ToListAsync());
            [Function, Rest("POST /e"), Microsoft.AspNetCore.Authorization.AllowAnonymous] public Task<IReadOnlyList<Poll>> Posted(IQuerySession db) => db.Query<Poll>().ToListAsync();
            [Function, Rest("GET /f")] public int[] Counted(IQuerySession db) => [db.Query<Poll>().Count()];
            [Function] public Task<IReadOnlyList<Poll>> Called(IQuerySession db) => db.Query<Poll>().ToListAsync();
        }
        """ + MartenDouble.Text);

    [Fact]
    public Task Half_typed_queries_are_borne() => RuleTest<UnpagedListRule>.BearsHalfTyped("""
        using Marten;

        public sealed class Polls
        {
            [Function, Rest("GET /a")] public Task<IReadOnlyList<Poll>> A(IQuerySession db) => db.Query<>().ToListAsync();
            [Function, Rest("GET /b")] public List<int> B(IQuerySession db) => db.Query<Nowhere>().
        }
        """ + MartenDouble.Text);
}
