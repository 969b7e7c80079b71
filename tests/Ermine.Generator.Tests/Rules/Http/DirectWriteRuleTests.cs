using Ermine.Generator.Rules.Http;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Http;

// No fix of ERM408 is safe: what is written in several places is no one value to return.
public sealed class DirectWriteRuleTests
{
    [Fact]
    public Task An_answer_that_the_function_writes_is_told_why_it_should_not() => RuleTest<DirectWriteRule>.Says("ERM408", DiagnosticSeverity.Warning,
        "'Ordering.Place' writes the answer by 'WriteAsync', before what it did is recorded, so a caller may read of a success that the commit then refuses; return what is to be answered", """
        using Microsoft.AspNetCore.Http;

        public sealed class Ordering
        {
            [Function, Rest("POST /orders")] public Task Place(HttpContext context) => {|#0:context.Response.WriteAsync("done")|};
        }
        """);

    [Fact]
    public Task Every_way_to_write_is_found() => RuleTest<DirectWriteRule>.Fires("""
        using System.IO;
        using Microsoft.AspNetCore.Http;

        public sealed class Ordering
        {
            [Function, Rest("POST /orders")] public async Task Place(HttpResponse response, CancellationToken ct)
            {
                await {|ERM408:response.WriteAsJsonAsync(1, ct)|};
                await {|ERM408:response.Body|}.WriteAsync(new byte[1], ct);
                await {|ERM408:response.BodyWriter|}.FlushAsync(ct);
                await {|ERM408:response.StartAsync(ct)|};
                await {|ERM408:response.SendFileAsync("a", ct)|};
                {|ERM408:response.Redirect("/")|};
                Action later = () => {|ERM408:response.Redirect("/", true)|};
                later();
                await {|ERM408:response.CompleteAsync()|};
            }
        }
        """);

    [Fact]
    public Task A_status_a_header_and_what_is_no_response_are_left_alone() => RuleTest<DirectWriteRule>.IsSilent("""
        using System.IO;
        using Microsoft.AspNetCore.Http;

        public sealed class Ordering
        {
            [Function, Rest("POST /orders")] public async Task<IResult> Place(HttpContext context, CancellationToken ct)
            {
                context.Response.StatusCode = 202;
                context.Response.Headers.Location = "/orders/1";
                using var text = new MemoryStream();
                await context.Request.Body.CopyToAsync(text, ct);
                return TypedResults.Redirect("/");
            }

            public Task Helper(HttpResponse response) => response.WriteAsync("no function");

            [Function] public string OnDemand(string response) => response;
        }
        """);
}
