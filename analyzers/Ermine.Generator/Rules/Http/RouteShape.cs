using System.Text;
using Ermine.Generator.Parsing;

namespace Ermine.Generator.Rules.Http;

/// <summary>What of a route decides which requests it matches: the method, literals without regard to case, and constraints; not the names of parameters.</summary>
/// <remarks>A default and a question mark do not count: <c>/a/{id}</c> and <c>/a/{id?}</c> match <c>/a/1</c> equally well. The pairs that the
/// rule's tests expect to be ambiguous were run against ASP.NET Core 10, and each was answered with 500.</remarks>
internal static class RouteShape
{
    /// <summary>The shape as a text to compare; null while the route does not parse, which is ERM401.</summary>
    public static string? Of(string route)
    {
        if (RouteTemplate.Parse(route, out _) is not { } template) return null;

        var shape = new StringBuilder(template.Method).Append(' ');
        var at = 0;
        foreach (var parameter in template.Parameters)
        {
            shape.Append(template.Template.Substring(at, parameter.Start - at).ToLowerInvariant());
            shape.Append('{').Append(parameter.IsCatchAll ? "*" : "").Append(string.Join(":", Constraints(parameter.Constraints).OrderBy(c => c, StringComparer.Ordinal))).Append('}');
            at = parameter.Start + parameter.Length;
        }

        return shape.Append(template.Template.Substring(at).ToLowerInvariant()).ToString().TrimEnd('/');
    }

    // At colons outside of parentheses, up to a default.
    private static IEnumerable<string> Constraints(string text)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ':';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (i < text.Length && (depth > 0 || c is not (':' or '='))) continue;

            if (i > start) yield return Constraint(text.Substring(start, i - start));
            if (c == '=') yield break;
            start = i + 1;
        }
    }

    // The name of a constraint is read without regard to case, what stands in its parentheses is not.
    private static string Constraint(string constraint)
    {
        var arguments = constraint.IndexOf('(');
        return arguments < 0 ? constraint.ToLowerInvariant() : constraint.Substring(0, arguments).ToLowerInvariant() + constraint.Substring(arguments);
    }
}
