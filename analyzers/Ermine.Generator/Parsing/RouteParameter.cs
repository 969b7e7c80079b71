namespace Ermine.Generator.Parsing;

/// <summary>A parameter of a route template, such as <c>{id:int?}</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsMarkedOptional">Whether it ends in a question mark.</param>
/// <param name="HasDefault">Whether it says what it is where it is missing.</param>
/// <param name="IsCatchAll">Whether it takes the rest of the path.</param>
/// <param name="Constraints">What follows the name: <c>int:min(1)</c>; empty where nothing does.</param>
/// <param name="Start">Where its brace opens in the template.</param>
/// <param name="Length">Its characters, with both braces.</param>
internal sealed record RouteParameter(string Name, bool IsMarkedOptional, bool HasDefault, bool IsCatchAll, string Constraints, int Start, int Length)
{
    /// <summary>Whether it may be missing, or has a default.</summary>
    public bool IsOptional => IsMarkedOptional || HasDefault;

    /// <summary>The parameter whose text between the braces begins at <paramref name="start"/> + 1; null, with what is wrong, where it is none.</summary>
    public static RouteParameter? Parse(string text, int start, out string error)
    {
        var stars = text.StartsWith("**", StringComparison.Ordinal) ? 2 : text.StartsWith("*", StringComparison.Ordinal) ? 1 : 0;
        var isMarked = text.EndsWith("?", StringComparison.Ordinal);
        var body = text.Substring(stars, Math.Max(0, text.Length - stars - (isMarked ? 1 : 0)));
        var nameEnd = body.IndexOfAny([':', '=']);
        var name = nameEnd < 0 ? body : body.Substring(0, nameEnd);
        var rest = nameEnd < 0 ? "" : body.Substring(nameEnd);
        var hasDefault = HasDefaultIn(rest);
        error = name.Length == 0 ? $"the parameter '{{{text}}}' has no name"
            : name.IndexOfAny(['/', '{', '}', '?', '*']) >= 0 ? $"'{{{text}}}' is no name of a parameter"
            : isMarked && stars > 0 ? $"the catch-all parameter '{name}' is optional by itself, so it needs no '?'"
            : isMarked && hasDefault ? $"the parameter '{name}' has a default and so needs no '?'"
            : "";
        return error.Length > 0 ? null : new RouteParameter(name, isMarked, hasDefault, stars > 0, rest.TrimStart(':'), start, text.Length + 2);
    }

    // At an equals sign that stands in no constraint's parentheses; a regular expression may hold one, and parentheses of its own.
    private static bool HasDefaultIn(string rest)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '=') return true;
            if (rest[i] == '(' && Closing(rest, i) is var closing and >= 0) i = closing;
        }

        return false;
    }

    // The parenthesis that is followed by what can follow a constraint.
    private static int Closing(string rest, int opening)
    {
        for (var i = opening + 1; i < rest.Length; i++)
        {
            if (rest[i] == ')' && (i + 1 == rest.Length || rest[i + 1] is ':' or '=')) return i;
        }

        return -1;
    }
}
