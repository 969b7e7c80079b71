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
            : template.IndexOfAny(['?', '#']) is var mark and >= 0 && !InBraces(template, mark) ? $"a path has no '{template[mark]}': values of the query are parameters of the method"
            : template.Contains("//") ? "it has an empty segment '//'"
            : "";
        if (error.Length > 0) return null;

        var parameters = ParametersOf(template, ref error);
        return error.Length > 0 ? null : new RouteTemplate(method, template, parameters);
    }

    private static ImmutableArray<RouteParameter> ParametersOf(string template, ref string error)
    {
        var parameters = ImmutableArray.CreateBuilder<RouteParameter>();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '}')
            {
                if (i + 1 < template.Length && template[i + 1] == '}') i++;
                else error = "a '}' has no '{' before it";
            }

            if (template[i] != '{') continue;
            if (i + 1 < template.Length && template[i + 1] == '{')
            {
                i++;
                continue;
            }

            var end = End(template, i);
            if (end < 0)
            {
                error = "a '{' has no '}' after it";
                break;
            }

            if (RouteParameter.Parse(template.Substring(i + 1, end - i - 1), i, out var wrong) is { } parameter) parameters.Add(parameter);
            else error = wrong;
            if (parameters.Select(p => p.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() < parameters.Count) error = $"it has the parameter '{parameters[parameters.Count - 1].Name}' twice";
            i = end;
        }

        if (parameters.FirstOrDefault(p => p.IsCatchAll && p.Start + p.Length < template.Length) is { } catchAll && error.Length == 0)
            error = $"the catch-all parameter '{catchAll.Name}' is not at the end";
        return parameters.ToImmutable();
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

    private static bool InBraces(string template, int at) => template.LastIndexOf('{', at) > template.LastIndexOf('}', at);
}
