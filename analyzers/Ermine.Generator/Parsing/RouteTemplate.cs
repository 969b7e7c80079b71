using System.Collections.Immutable;

namespace Ermine.Generator.Parsing;

/// <summary>What <c>[Rest("GET /polls/{id}")]</c> says.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The route template.</param>
/// <param name="Parameters">The template's parameters.</param>
/// <remarks>A template is right where ASP.NET Core's own parser accepts it, which a test compares over thousands of them; only the slash at
/// the beginning is asked for besides. Whether a constraint is known depends on what the app registers, so only its form is read.</remarks>
internal sealed record RouteTemplate(string Method, string Template, ImmutableArray<RouteParameter> Parameters)
{
    private static readonly ImmutableArray<string> Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    /// <summary>Whether requests of this method carry no body by custom.</summary>
    public bool IsBodiless => Method is "GET" or "HEAD" or "DELETE" or "OPTIONS";

    /// <summary>The template; null, with what is wrong, where the text is none.</summary>
    public static RouteTemplate? Parse(string text, out string error)
    {
        var space = text.IndexOf(' ');
        var method = space < 0 ? text : text.Substring(0, space);
        var template = space < 0 ? "" : text.Substring(space + 1).Trim();
        var parameters = ImmutableArray.CreateBuilder<RouteParameter>();
        error = !Methods.Contains(method) ? $"it starts with '{method}' instead of one of {string.Join(", ", Methods)}"
            : !template.StartsWith("/", StringComparison.Ordinal) ? "after the method and a space comes a path that starts with '/'"
            : Segments(template, parameters) ?? Twice(parameters) ?? "";
        return error.Length > 0 ? null : new RouteTemplate(method, template, parameters.ToImmutable());
    }

    private static string? Segments(string template, ImmutableArray<RouteParameter>.Builder parameters)
    {
        for (var start = 1; start < template.Length;)
        {
            var end = RouteSegment.End(template, start);
            if (end == start) return "it has an empty segment '//'";
            if (new RouteSegment(template, start, end).Parse(parameters) is { } error) return error;
            start = end + 1;
        }

        return null;
    }

    private static string? Twice(ImmutableArray<RouteParameter>.Builder parameters)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return parameters.FirstOrDefault(p => !seen.Add(p.Name)) is { } second ? $"it has the parameter '{second.Name}' twice" : null;
    }
}
