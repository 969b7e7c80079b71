using Ermine.Generator.Rules.Http;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Http;

// No fix of ERM401 or ERM404 is safe: what a text that does not parse was meant to be, and which of two is the body, only their author knows.
public sealed class RouteFaultRuleTests
{
    [Fact]
    public Task A_route_that_does_not_parse_is_told_where() => RuleTest<RouteFaultRule>.Says("ERM401", DiagnosticSeverity.Error,
        "\"GET /polls/{id\" is no route: a '{' has no '}' after it; write it as \"GET /polls/{id}\"", """
        public sealed class Polls
        {
            [Function, Rest({|#0:"GET /polls/{id"|})] public void Show(Guid id) { }
        }
        """);

    [Theory]
    [InlineData("/polls")]
    [InlineData("FETCH /polls")]
    [InlineData("GET polls")]
    [InlineData("GET /polls?id={id}")]
    [InlineData("GET /polls//all")]
    [InlineData("GET /polls/{id}/{id}")]
    [InlineData("GET /polls/{*id}/all")]
    [InlineData("GET /polls/{}")]
    [InlineData("")]
    public Task Texts_that_are_no_route_are_found(string route) => RuleTest<RouteFaultRule>.Fires($$"""
        public sealed class Polls
        {
            [Function, Rest({|ERM401:"{{route}}"|})] public void Show(Guid id) { }
        }
        """);

    [Fact]
    public Task A_route_parameter_that_the_method_has_not_is_named() => RuleTest<RouteFaultRule>.Says("ERM402", DiagnosticSeverity.Error,
        "The route has '{id}', and 'Show' has no parameter of that name to receive it; add one, or take it out of the route", """
        public sealed class Polls
        {
            [Function, Rest({|#0:"GET /polls/{id}"|})] public void Show(Guid pollId) { }
        }
        """);

    [Fact]
    public Task A_FromRoute_parameter_that_the_route_has_not_is_named() => RuleTest<RouteFaultRule>.Says("ERM402", DiagnosticSeverity.Error,
        "'id' is to come from the route, which has no '{id}'; add it to the route, or take off [FromRoute]", """
        using Microsoft.AspNetCore.Mvc;

        public sealed class Polls
        {
            [Function, Rest("GET /polls")] public void Show([FromRoute] Guid {|#0:id|}) { }
        }
        """);

    [Fact]
    public Task A_second_body_is_named() => RuleTest<RouteFaultRule>.Says("ERM404", DiagnosticSeverity.Error,
        "'Open' reads the body twice, and a request has one; put 'sender' and the other into one type, or mark it [FromQuery], [FromHeader] or [FromServices]", """
        public sealed record NewPoll(string Question);
        public sealed record Sender(string Name);
        public sealed class Polls
        {
            [Function, Rest("POST /polls")] public void Open(NewPoll poll, Sender {|#0:sender|}) { }
        }
        """);

    [Fact]
    public Task Routes_whose_parameters_match_are_left_alone() => RuleTest<RouteFaultRule>.IsSilent("""
        using Microsoft.AspNetCore.Mvc;

        public sealed record NewPoll(string Question);
        public sealed class Polls
        {
            [Function, Rest("GET /polls/{ID:guid}/{**rest}")] public void Show(Guid id, string? rest, int page = 1) { }
            [Function, Rest("GET /codes/{code:regex(^\\d{{4}}$)}")] public void Code([FromRoute(Name = "code")] string text) { }
            [Function, Rest("PUT /polls/{id}")] public void Change(Guid id, NewPoll poll, TimeProvider clock) { }
        }
        """);
}
