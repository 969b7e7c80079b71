namespace Ermine.Generator.Parsing;

/// <summary>A parameter of a route template, such as <c>{id:int?}</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsOptional">Whether it may be missing, or has a default.</param>
/// <param name="IsCatchAll">Whether it takes the rest of the path.</param>
/// <param name="Constraints">What follows the name: <c>int:min(1)</c>; empty where nothing does.</param>
/// <param name="Start">Where its brace opens in the template.</param>
/// <param name="Length">Its characters, with both braces.</param>
/// <param name="IsMarkedOptional">Whether it ends by <c>?</c>.</param>
internal sealed record RouteParameter(string Name, bool IsOptional, bool IsCatchAll, string Constraints, int Start, int Length, bool IsMarkedOptional)
{
    /// <summary>The parameter whose text between the braces begins at <paramref name="start"/> + 1; null, with what is wrong, where it is none.</summary>
    public static RouteParameter? Parse(string text, int start, out string error)
    {
        var isCatchAll = text.StartsWith("*", StringComparison.Ordinal);
        var body = text.Substring(text.StartsWith("**", StringComparison.Ordinal) ? 2 : isCatchAll ? 1 : 0);
        var isMarkedOptional = body.EndsWith("?", StringComparison.Ordinal);
        if (isMarkedOptional) body = body.Substring(0, body.Length - 1);
        var nameEnd = body.IndexOfAny([':', '=']);
        var name = nameEnd < 0 ? body : body.Substring(0, nameEnd);
        var rest = nameEnd < 0 ? "" : body.Substring(nameEnd);
        var hasDefault = DefaultOf(rest) >= 0;
        error = name.Length == 0 ? "a parameter '{}' has no name"
            : !name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.') ? $"'{{{text}}}' is no name of a parameter"
            : isCatchAll && isMarkedOptional ? $"the catch-all parameter '{name}' is optional by itself, so it needs no '?'"
            : hasDefault && isMarkedOptional ? $"the parameter '{name}' has a default, so it needs no '?'"
            : "";
        return error.Length > 0 ? null : new RouteParameter(name, isMarkedOptional || hasDefault, isCatchAll, rest.TrimStart(':'), start, text.Length + 2, isMarkedOptional);
    }

    // A '=' within the brackets of a constraint is the constraint's own.
    private static int DefaultOf(string rest)
    {
        var depth = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '(') depth++;
            if (rest[i] == ')') depth--;
            if (rest[i] == '=' && depth <= 0) return i;
        }

        return -1;
    }
}
