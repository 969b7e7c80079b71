using System.Collections.Immutable;

namespace Ermine.Generator.Parsing;

/// <summary>What stands between two slashes of a route template: literals and parameters in turn.</summary>
internal readonly struct RouteSegment(string template, int start, int end)
{
    /// <summary>The place of the slash that ends a segment, or the template's end. A slash within braces belongs to a constraint.</summary>
    public static int End(string template, int start)
    {
        for (var i = start; i < template.Length; i++)
        {
            if (template[i] == '/') return i;
            if (template[i] is not ('{' or '}')) continue;
            if (IsDoubled(template, i, template.Length)) i++;
            else if (template[i] == '{' && Closing(template, i + 1, template.Length) is var closing and >= 0) i = closing;
        }

        return template.Length;
    }

    /// <summary>Adds the segment's parameters. Returns what is wrong; null where nothing is.</summary>
    public string? Parse(ImmutableArray<RouteParameter>.Builder parameters)
    {
        var (first, parts, literal) = (parameters.Count, 0, 0);
        for (var i = start; i < end; i++)
        {
            if (template[i] is '{' or '}' && !IsDoubled(template, i, end))
            {
                var closing = template[i] == '{' ? Closing(template, i + 1, end) : -1;
                if (closing < 0) return template[i] == '{' ? "a '{' has no '}' after it" : "a '}' has no '{' before it";
                if (RouteParameter.Parse(template.Substring(i + 1, closing - i - 1), i, out var error) is not { } parameter) return error;
                if (parts > 0 && literal == 0) return $"between two parameters, before '{{{parameter.Name}}}', stands a literal or a slash";
                if (parameter.IsMarkedOptional && Optional(parameter, i, closing, parts, literal) is { } misplaced) return misplaced;

                parameters.Add(parameter);
                (parts, literal, i) = (parts + 1, 0, closing);
                continue;
            }

            if (template[i] == '?') return "a path has no '?': values of the query are parameters of the method";
            if (template[i] is '{' or '}') i++; // doubled: a brace as such
            if (literal++ == 0) parts++;
        }

        var catchAll = parameters.Skip(first).FirstOrDefault(p => p.IsCatchAll);
        return catchAll is null ? null
            : end < template.Length - 1 ? $"the catch-all parameter '{catchAll.Name}' is not at the end"
            : parts > 1 ? $"the catch-all parameter '{catchAll.Name}' shares its segment with something else"
            : null;
    }

    // What is missing must leave no hole: only the dot before an extension goes with it.
    private string? Optional(RouteParameter parameter, int opening, int closing, int parts, int literal) =>
        closing < end - 1 ? $"after the optional '{{{parameter.Name}?}}' nothing follows in its segment"
        : parts == 0 || (literal == 1 && template[opening - 1] == '.') ? null
        : $"before the optional '{{{parameter.Name}?}}' only a dot may stand in its segment";

    // Constraints may hold doubled braces, as in {code:regex(^\\d{{4}}$)}.
    private static int Closing(string template, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (template[i] is not ('{' or '}')) continue;
            if (IsDoubled(template, i, end)) i++;
            else return template[i] == '}' ? i : -1;
        }

        return -1;
    }

    private static bool IsDoubled(string template, int i, int end) => i + 1 < end && template[i + 1] == template[i];
}
