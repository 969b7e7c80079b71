using System.Collections.Immutable;

namespace Ermine.Generator.Parsing;

/// <summary>What <c>[Rest("GET /polls/{id}")]</c> says.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The route template.</param>
/// <param name="Parameters">The template's parameters.</param>
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
        error = !Methods.Contains(method) ? $"it starts with '{method}' instead of one of {string.Join(", ", Methods)}"
            : !template.StartsWith("/", StringComparison.Ordinal) ? "after the method and a space comes a path that starts with '/'"
            : "";
        if (error.Length > 0) return null;

        var parameters = ParametersOf(template, ref error);
        return error.Length > 0 ? null : new RouteTemplate(method, template, parameters);
    }

    private static ImmutableArray<RouteParameter> ParametersOf(string template, ref string error)
    {
        var parameters = ImmutableArray.CreateBuilder<RouteParameter>();
        var segment = new RouteSegment();
        for (var i = 1; i < template.Length && error.Length == 0; i++)
        {
            if (template[i] == '/')
            {
                segment.End();
                error = template[i - 1] == '/' ? "it has an empty segment '//'" : segment.Error;
                segment = new RouteSegment();
            }
            else if (template[i] is '{' or '}' && i + 1 < template.Length && template[i + 1] == template[i])
            {
                segment.Add(template[i++]);
            }
            else if (template[i] == '{')
            {
                i = Parameter(template, i, segment, parameters, ref error);
            }
            else
            {
                segment.Add(template[i]);
                if (template[i] == '}') error = "a '}' has no '{' before it";
            }
        }

        segment.End();
        if (error.Length == 0) error = segment.Error;
        if (error.Length == 0 && parameters.FirstOrDefault(p => p.IsCatchAll && template.Substring(p.Start + p.Length) is not ("" or "/")) is { } catchAll) error = $"the catch-all parameter '{catchAll.Name}' is not at the end";
        return parameters.ToImmutable();
    }

    // Reads the parameter that opens at a place, and returns where it closes.
    private static int Parameter(string template, int start, RouteSegment segment, ImmutableArray<RouteParameter>.Builder parameters, ref string error)
    {
        var end = End(template, start);
        if (end < 0)
        {
            error = "a '{' has no '}' after it";
            return start;
        }

        if (RouteParameter.Parse(template.Substring(start + 1, end - start - 1), start, out error) is not { } parameter) return end;
        if (parameters.Any(p => string.Equals(p.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))) error = $"it has the parameter '{parameter.Name}' twice";
        segment.Add(parameter);
        parameters.Add(parameter);
        return end;
    }

    // Constraints may hold doubled braces, as in {code:regex(^\\d{{4}}$)}.
    private static int End(string template, int start)
    {
        for (var i = start + 1; i < template.Length; i++)
        {
            if (template[i] is not ('{' or '}')) continue;
            if (i + 1 < template.Length && template[i + 1] == template[i]) i++;
            else return template[i] == '}' ? i : -1;
        }

        return -1;
    }
}
