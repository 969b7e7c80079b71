using Ermine.Generator.Parsing;

namespace Ermine.Generator.Tests.Parsing;

public sealed class RouteTemplateTests
{
    [Theory]
    [InlineData("GET /", "")]
    [InlineData("GET /polls", "")]
    [InlineData("POST /polls/{id}/votes", "id")]
    [InlineData("PUT /polls/{id:guid}", "id:guid")]
    [InlineData("PATCH /polls/{id:int:min(1)}", "id:int:min(1)")]
    [InlineData("DELETE /polls/{id?}", "id?")]
    [InlineData("HEAD /polls/{id=7}", "id?")]
    [InlineData("OPTIONS /files/{*path}", "*path")]
    [InlineData("GET /files/{**path}", "*path")]
    [InlineData("GET /files/{name}.{extension?}", "name extension?")]
    [InlineData(@"GET /codes/{code:regex(^\d{{4}}$)}", @"code:regex(^\d{{4}}$)")]
    [InlineData("GET /codes/{code:regex(^a?b$)}", "code:regex(^a?b$)")]
    [InlineData("GET /{{literal}}/{id}", "id")]
    [InlineData("GET /tilde~/{under_score}", "under_score")]
    [InlineData("GET /{a:regex(^a=b$)}", "a:regex(^a=b$)")]
    [InlineData("GET /{a:int=1}/", "a?")]
    [InlineData("GET /{path:regex(^a/b$)}", "path:regex(^a/b$)")]
    [InlineData("GET /v{major}.{minor}/", "major minor")]
    public void A_good_route_is_read(string text, string parameters)
    {
        var route = RouteTemplate.Parse(text, out var error);

        Assert.Equal("", error);
        Assert.Equal(parameters, string.Join(" ", route!.Parameters.Select(p => $"{(p.IsCatchAll ? "*" : "")}{p.Name}{(p.IsOptional ? "?" : p.Constraints.Length > 0 ? $":{p.Constraints}" : "")}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/polls")]
    [InlineData("GET")]
    [InlineData("GET ")]
    [InlineData("GET polls")]
    [InlineData("get /polls")]
    [InlineData("FETCH /polls")]
    [InlineData("GET /polls?x=1")]
    [InlineData("GET /a//b")]
    [InlineData("GET /{")]
    [InlineData("GET /}")]
    [InlineData("GET /{id")]
    [InlineData("GET /id}")]
    [InlineData("GET /{}")]
    [InlineData("GET /{a/b}")]
    [InlineData("GET /{id}/{ID}")]
    [InlineData("GET /{*rest}/more")]
    [InlineData("GET /{*rest?}")]
    [InlineData("GET /{a}{b}")]
    [InlineData("GET /{a?}-more")]
    [InlineData("GET /{a?}.{b}")]
    [InlineData("GET /x{*rest}")]
    [InlineData("GET /{id=1?}")]
    [InlineData("GET /{***rest}")]
    [InlineData("GET /a.{b?}")]
    [InlineData("GET /{a?}{b}")]
    [InlineData("GET /{{?")]
    public void A_bad_route_is_refused_with_a_reason(string text)
    {
        var route = RouteTemplate.Parse(text, out var error);

        Assert.Null(route);
        Assert.NotEmpty(error);
    }
}
