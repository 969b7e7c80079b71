using Ermine.CodeFixes.Http;
using Ermine.Generator.Rules.Http;

namespace Ermine.Generator.Tests.CodeFixes.Http;

public sealed class RouteParameterFixTests
{
    [Theory]
    [InlineData("GET /polls/{id}", "GET /polls/{pollId}")]
    [InlineData("GET /polls/{polId:guid}", "GET /polls/{pollId:guid}")]
    [InlineData("GET /all/{*id}", "GET /all/{*pollId}")]
    public Task A_route_parameter_takes_the_name_of_the_one_that_is_like_it(string before, string after) => FixTest<RouteFaultRule, RouteParameterFix>.Turns(
        Source($$"""{|ERM402:"{{before}}"|}"""), "Name it '{pollId}' in the route", Source($"\"{after}\""));

    [Theory]
    [InlineData("{name}", "string name")]
    [InlineData("{number:int:min(1)}", "int number")]
    [InlineData("{key:guid}", "Guid key")]
    [InlineData("{class?}", "string? @class")]
    public Task A_method_gets_the_parameter_that_it_lacks(string route, string parameter) => FixTest<RouteFaultRule, RouteParameterFix>.Turns($$"""
        public sealed class Polls
        {
            [Function, Rest({|ERM402:"GET /polls/{{route}}"|})] public void Show(CancellationToken ct) { }
            [Function, Rest({|ERM402:"GET /votes/{{route}}"|})] public void Count() { }
        }
        """, $"Add the parameter '{route.Split('{', ':', '?', '}')[1]}'", $$"""
        public sealed class Polls
        {
            [Function, Rest("GET /polls/{{route}}")] public void Show({{parameter}}, CancellationToken ct) { }
            [Function, Rest("GET /votes/{{route}}")] public void Count({{parameter}}) { }
        }
        """);

    private static string Source(string route) => $$"""
        public sealed class Polls
        {
            [Function, Rest({{route}})] public void Show(Guid pollId, int page = 1) { }
        }
        """;
}
