using Ermine.Generator.Parsing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Ermine.Generator.Tests.Hostile;

/// <summary>The parser accepts what ASP.NET Core's own accepts: what it let through would fail the app's start, what it refused would be lost.</summary>
public sealed class RouteAgreementTests
{
    // Pieces of templates, right and wrong, to be put together.
    private static readonly string[] Pieces =
    [
        "/", "a", ".", "{a}", "{b}", "{a?}", "{b?}", "{*a}", "{**b}", "{a=1}", "{a=1?}", "{*a?}", "{a:int}", "{a:int?}", "{a:regex(^\\d{{2}}$)}", "{a:regex(x/y)}", "{a:min(1):max(2)=1}",
        "{{", "}}", "{", "}", "{}", "{a", "a}", "{?}", "{*}", "{a/b}", "{a b}", "?", "*", "{a:}", "{a=}", "{a:regex((}", "{a:range(1,2)?}", "{A}", "~", "#", " ", "{a*}", "{a:x=y}", "{é}", "-",
    ];

    [Fact]
    public void The_parser_agrees_with_the_one_that_runs()
    {
        var random = new Random(20_261);
        var templates = Enumerable.Range(0, 60_000).Select(_ => "/" + string.Concat(Enumerable.Range(0, random.Next(0, 5)).Select(_ => Pieces[random.Next(Pieces.Length)])));

        var disagreements = templates.Distinct(StringComparer.Ordinal).Where(t => t == t.Trim())
            .Select(t => (Template: t, Theirs: Theirs(t), Ours: Ours(t))).Where(t => t.Theirs != t.Ours)
            .OrderBy(t => t.Template.Length).Select(t => $"{t.Template}   theirs: {t.Theirs}   ours: {t.Ours}").ToList();

        Assert.True(disagreements.Count == 0, $"{disagreements.Count} templates:\n{string.Join('\n', disagreements.Take(60))}");
    }

    private static string Theirs(string template)
    {
        try
        {
            return string.Join(' ', RoutePatternFactory.Parse(template).Parameters.Select(p => $"{p.Name}{(p.IsCatchAll ? "*" : "")}"));
        }
        catch (RoutePatternException)
        {
            return "refused";
        }
    }

    private static string Ours(string template) =>
        RouteTemplate.Parse($"GET {template}", out _) is { } route ? string.Join(' ', route.Parameters.Select(p => $"{p.Name}{(p.IsCatchAll ? "*" : "")}")) : "refused";
}
