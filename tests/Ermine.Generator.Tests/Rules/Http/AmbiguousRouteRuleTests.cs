using Ermine.Generator.Rules.Http;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Http;

// No fix is safe: a route is a promise to callers, and which of the two may change only their author knows.
public sealed class AmbiguousRouteRuleTests
{
    [Fact]
    public Task Two_routes_that_match_the_same_requests_are_told_of_each_other() => RuleTest<AmbiguousRouteRule>.Says("ERM403", DiagnosticSeverity.Error,
        "'Polls.Find' answers 'GET /Polls/{name}' and 'Polls.Show' answers 'GET /polls/{id}', which match the same requests, so each of those would fail with 500; change one of the routes, or tell their parameters apart by constraints", """
        public sealed class Polls
        {
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Ermine", "ERM403")]
            [Function, Rest("GET /polls/{id}")] public void Show(Guid id) { }
            [Function, Rest({|#0:"GET /Polls/{name}"|})] public void Find(string name) { }
        }
        """);

    [Theory]
    [InlineData("/polls", "/polls/")]
    [InlineData("/polls/{id?}", "/polls/{name}")]
    [InlineData("/polls/{id=1}", "/polls/{name}")]
    [InlineData("/polls/{id:int:min(1)}", "/polls/{number:min(1):INT}")]
    [InlineData("/files/{*path}", "/files/{**rest}")]
    [InlineData("/a/{x}-{y}", "/A/{first}-{second}")]
    [InlineData("/a/{x:regex(^[a:=]{{2}}$)}", "/a/{y:regex(^[a:=]{{2}}$)}")]
    public Task Names_case_and_defaults_tell_no_routes_apart(string one, string other) => RuleTest<AmbiguousRouteRule>.Fires($$"""
        public sealed class Polls
        {
            [Function, Rest({|ERM403:"GET {{one}}"|})] public void One() { }
            [Function, Rest({|ERM403:"GET {{other}}"|})] public void Other() { }
        }
        """);

    [Theory]
    [InlineData("GET /polls/{id}", "PUT /polls/{id}")]
    [InlineData("GET /polls/{id}", "GET /polls/{id}/votes")]
    [InlineData("GET /polls/{id:int}", "GET /polls/{id:guid}")]
    [InlineData("GET /polls/{id:int}", "GET /polls/{name}")]
    [InlineData("GET /polls/{id}", "GET /polls/all")]
    [InlineData("GET /polls/{id}", "GET /polls/{*id}")]
    [InlineData("GET /a/{x}-{y}", "GET /a/{x}.{y}")]
    public Task Methods_literals_and_constraints_tell_routes_apart(string one, string other) => RuleTest<AmbiguousRouteRule>.IsSilent($$"""
        public sealed class Polls
        {
            [Function, Rest("{{one}}")] public void One() { }
            [Function, Rest("{{other}}")] public void Other() { }
        }
        """);

    [Fact]
    public Task One_function_with_a_route_twice_is_ambiguous_too() => RuleTest<AmbiguousRouteRule>.Fires("""
        public static class Polls
        {
            [Function, Rest({|ERM403:"GET /polls"|}), Rest({|ERM403:"GET /Polls"|})] public static void List() { }
        }
        """);

    [Fact]
    public Task Two_functions_of_one_version_are_told_which() => RuleTest<AmbiguousRouteRule>.Says("ERM423", DiagnosticSeverity.Error,
        "'Polls.New' answers 'GET /polls' and 'Polls.Old' answers 'GET /polls', both in version 2 of the API, so each of its requests would fail with 500; take the version off one of them", """
        public sealed class Polls
        {
            [System.Diagnostics.CodeAnalysis.SuppressMessage("Ermine", "ERM423")]
            [Function, Rest("GET /polls"), ApiVersion("1"), ApiVersion("2")] public void Old() { }
            [Function, Rest({|#0:"GET /polls"|}), ApiVersion("2"), ApiVersion("3")] public void New() { }
        }
        """);

    [Fact]
    public Task A_function_of_a_referenced_assembly_counts() => RuleTest<AmbiguousRouteRule>.FiresWith("""
        public sealed class Polls { [Function, Rest("GET /polls/{id}")] public void Show(Guid id) { } [Function, Rest("GET /votes")] public void Votes() { } }
        """, """
        public sealed class Counting
        {
            [Function, Rest({|ERM403:"GET /Polls/{name}"|})] public void Count(string name) { }
            [Function, Rest("GET /counts")] public void Counts() { }
        }
        """);

    [Fact]
    public Task A_version_of_a_referenced_assembly_counts() => RuleTest<AmbiguousRouteRule>.FiresWith("""
        [ApiVersion("1")] public sealed class Old { [Function, Rest("GET /polls")] public void List() { } }
        [ApiVersion("2")] public sealed class New { [Function, Rest("GET /polls")] public void List() { } }
        """, """
        [ApiVersion("2"), ApiVersion("3")] public sealed class Newer { [Function, Rest({|ERM423:"GET /polls"|})] public void List() { } }
        [ApiVersion("4")] public sealed class Newest { [Function, Rest("GET /polls")] public void List() { } }
        """);

    [Fact]
    public Task Versions_tell_routes_apart() => RuleTest<AmbiguousRouteRule>.IsSilent("""
        [ApiVersion("1")] public sealed class Old { [Function, Rest("GET /polls")] public void List() { } }
        [ApiVersion("2")] public sealed class New { [Function, Rest("GET /polls")] public void List() { } }
        public sealed class Plain { [Function, Rest("GET /polls")] public void List() { } }
        """);

    [Fact]
    public Task Half_typed_routes_are_borne() => RuleTest<AmbiguousRouteRule>.BearsHalfTyped("""
        public sealed class Polls
        {
            [Function, Rest("GET /a/{")] public void A() { }
            [Function, Rest("GET /a/{")] public void B() { }
            [Function, Rest("GET /a/}{x}")] public void C() { }
            [Function, Rest("GET")] public void D() { }
            [Function, Rest("")] public void E() { }
            [Function, Rest("GET /{x:regex(}")] public void F() { }
            [Function, Rest(] public void G() { }
        """);
}
