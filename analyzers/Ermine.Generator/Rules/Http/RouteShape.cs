using System.Text;

namespace Ermine.Generator.Rules.Http;

/// <summary>What of a route decides which requests it matches: the method, literals without regard to case, and constraints; not the names of parameters.</summary>
/// <remarks>A default and a question mark do not count: <c>/a/{id}</c> and <c>/a/{id?}</c> match <c>/a/1</c> equally well.</remarks>
internal static class RouteShape
{
    /// <summary>The shape as a text to compare; null while the route does not parse, which is ERM401.</summary>
    public static string? Of(string route)
    {
        var space = route.IndexOf(' ');
        if (space <= 0) return null;

        var shape = new StringBuilder(route.Substring(0, space).ToUpperInvariant()).Append(" /");
        var template = route.Substring(space + 1).Trim().TrimStart('~').Trim('/');
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] is not '{' and not '}')
            {
                shape.Append(char.ToLowerInvariant(template[i]));
            }
            else if (i + 1 < template.Length && template[i + 1] == template[i])
            {
                shape.Append(template[i], 2); // a brace as such
                i++;
            }
            else
            {
                var end = template[i] == '{' ? End(template, i + 1) : -1;
                if (end < 0) return null;
                shape.Append('{').Append(Parameter(template.Substring(i + 1, end - i - 1))).Append('}');
                i = end;
            }
        }

        return shape.ToString();
    }

    // The brace that closes a parameter; within a constraint braces are doubled, as in {code:regex(^\d{{3}}$)}.
    private static int End(string template, int start)
    {
        for (var i = start; i < template.Length; i++)
        {
            if (template[i] is not '{' and not '}') continue;
            if (i + 1 < template.Length && template[i + 1] == template[i] && IsWithinParentheses(template, start, i)) i++;
            else return template[i] == '}' ? i : -1;
        }

        return -1;
    }

    private static bool IsWithinParentheses(string template, int start, int end) =>
        template.IndexOf('(', start, end - start) >= 0;

    private static string Parameter(string parameter)
    {
        var isCatchAll = parameter.StartsWith("*", StringComparison.Ordinal);
        var constraints = Split(parameter).Skip(1).Where(c => c.Length > 0).Select(Constraint).OrderBy(c => c, StringComparer.Ordinal);
        return string.Join(":", [isCatchAll ? "*" : "", .. constraints]);
    }

    // The name of a constraint is read without regard to case, what stands in its parentheses is not.
    private static string Constraint(string constraint)
    {
        var arguments = constraint.IndexOf('(');
        return arguments < 0 ? constraint.ToLowerInvariant() : constraint.Substring(0, arguments).ToLowerInvariant() + constraint.Substring(arguments);
    }

    // At colons outside of parentheses, up to a default or a question mark at the end.
    private static IEnumerable<string> Split(string parameter)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < parameter.Length; i++)
        {
            if (parameter[i] == '(') depth++;
            if (parameter[i] == ')') depth--;
            if (depth > 0) continue;
            if (parameter[i] == '=' || (parameter[i] == '?' && i == parameter.Length - 1))
            {
                yield return parameter.Substring(start, i - start);
                yield break;
            }

            if (parameter[i] != ':') continue;
            yield return parameter.Substring(start, i - start);
            start = i + 1;
        }

        yield return parameter.Substring(start);
    }
}
