using Ermine.Generator.Rules.Http;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Http;

// No fix of ERM401, ERM404 to ERM407 or ERM409 is safe: what a text that does not parse was meant to be, which of two is the body, and how a type
// is to be made or read, only their author knows.
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

    [Theory]
    [InlineData("IFormFile photo, Caption {|#0:caption|}")]
    [InlineData("[FromForm] string name, Stream {|#0:caption|}")]
    [InlineData("[FromForm] Caption form, [FromBody] string {|#0:caption|}")]
    [InlineData("IFormCollection form, System.IO.Pipelines.PipeReader {|#0:caption|}")]
    [InlineData("[AsParameters] Fields fields, Caption {|#0:caption|}")]
    public Task A_form_beside_another_body_is_named(string parameters) => RuleTest<RouteFaultRule>.Says("ERM405", DiagnosticSeverity.Error,
        "'Add' reads the body as a form and as 'caption' too, and a request has one; take both from the form, or both from one type of JSON", $$"""
        using System.IO;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        public sealed record Caption(string Text);
        public sealed record Fields([FromForm] string Name);
        public sealed class Photos
        {
            [Function, Rest("POST /photos")] public void Add({{parameters}}) { }
        }
        """);

    [Theory]
    [InlineData("ValueTask<Page> BindAsync(HttpContext context, System.Reflection.ParameterInfo parameter)", ", without the ParameterInfo, which only reflection could pass")]
    [InlineData("Task<Page> BindAsync(HttpContext context)", "")]
    [InlineData("ValueTask<int> BindAsync(HttpContext context)", "")]
    [InlineData("ValueTask<Page> BindAsync(string text)", "")]
    public Task A_BindAsync_that_cannot_be_called_is_named(string signature, string advice) => RuleTest<RouteFaultRule>.Says("ERM406", DiagnosticSeverity.Error,
        $"'page' is bound by Page.BindAsync, which is no 'public static ValueTask<Page> BindAsync(HttpContext context)', so generated code cannot call it; give it that signature{advice}", $$"""
        using Microsoft.AspNetCore.Http;

        public sealed class Page
        {
            public static {{signature}} => default!;
        }
        public sealed class Orders
        {
            [Function, Rest("GET /orders")] public void Find(Page {|#0:page|}) { }
        }
        """);

    [Theory]
    [InlineData("string[]")]
    [InlineData("Cart")]
    [InlineData("object")]
    public Task A_cookie_of_a_type_that_no_text_can_be_is_named(string type) => RuleTest<RouteFaultRule>.Says("ERM407", DiagnosticSeverity.Error,
        $"A cookie is one text, and 'cart' of type {type} cannot be read from one; take a string, an enum or a type that has TryParse", $$"""
        public sealed record Cart(string[] Items);
        public sealed class Orders
        {
            [Function, Rest("GET /cart")] public void Show([FromCookie] {{type}} {|#0:cart|}) { }
        }
        """);

    [Theory]
    [InlineData("IFilter")]
    [InlineData("Base")]
    [InlineData("Two")]
    [InlineData("Hidden")]
    [InlineData("Good?")]
    public Task Members_of_a_type_that_nothing_can_make_are_named(string type) => RuleTest<RouteFaultRule>.Says("ERM409", DiagnosticSeverity.Error,
        $"The members of 'filter' are to be bound, and nothing says how to make {type}; take a class, record or struct, not null, with one public constructor", $$"""
        using Microsoft.AspNetCore.Http;

        public interface IFilter;
        public abstract class Base;
        public sealed class Two { public Two(int a) { } public Two(string b) { } }
        public sealed class Hidden { private Hidden() { } }
        public sealed record Good(string? Text);
        public sealed class Orders
        {
            [Function, Rest("GET /orders")] public void Find([AsParameters] {{type}} {|#0:filter|}) { }
        }
        """);

    [Fact]
    public Task What_binds_is_left_alone() => RuleTest<RouteFaultRule>.IsSilent("""
        using System.Reflection;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        public sealed record Caption(string Text, IFormFile Photo);
        public readonly struct Both
        {
            public static ValueTask<Both?> BindAsync(HttpContext context, ParameterInfo parameter) => default;
            public static ValueTask<Both?> BindAsync(HttpContext context) => default;
        }
        public struct Filter { public string? Text { get; set; } [FromHeader] public int Page { get; init; } }
        public sealed class Photos
        {
            [Function, Rest("POST /photos")] public void Add([FromForm] Caption caption, IFormFileCollection files, [FromForm] string name) { }
            [Function, Rest("GET /photos")] public void Find(Both both, [AsParameters] Filter filter, [FromCookie] DayOfWeek? day) { }
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
