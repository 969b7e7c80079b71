namespace Ermine.Generator.Parsing;

/// <summary>A parameter of a route template, such as <c>{id:int?}</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsOptional">Whether it may be missing, or has a default.</param>
/// <param name="IsCatchAll">Whether it takes the rest of the path.</param>
/// <param name="Constraints">What follows the name: <c>int:min(1)</c>; empty where nothing does.</param>
/// <param name="Start">Where its brace opens in the template.</param>
/// <param name="Length">Its characters, with both braces.</param>
internal sealed record RouteParameter(string Name, bool IsOptional, bool IsCatchAll, string Constraints, int Start, int Length)
{
    /// <summary>The parameter whose text between the braces begins at <paramref name="start"/> + 1; null, with what is wrong, where it is none.</summary>
    public static RouteParameter? Parse(string text, int start, out string error)
    {
        var isCatchAll = text.StartsWith("*", StringComparison.Ordinal);
        var body = text.TrimStart('*');
        var nameEnd = body.IndexOfAny([':', '=', '?']);
        var name = nameEnd < 0 ? body : body.Substring(0, nameEnd);
        var rest = nameEnd < 0 ? "" : body.Substring(nameEnd);
        var isOptional = rest.EndsWith("?", StringComparison.Ordinal) || rest.StartsWith("=", StringComparison.Ordinal) || rest.IndexOf(")=", StringComparison.Ordinal) >= 0;
        error = name.Length == 0 ? "a parameter '{}' has no name"
            : name.Any(c => c is '/' or '{' or '}' or '*' or ' ') ? $"'{{{text}}}' is no name of a parameter"
            : isCatchAll && rest.EndsWith("?", StringComparison.Ordinal) ? $"the catch-all parameter '{name}' is optional by itself, so it needs no '?'"
            : "";
        return error.Length > 0 ? null : new RouteParameter(name, isOptional, isCatchAll, rest.TrimEnd('?').TrimStart(':'), start, text.Length + 2);
    }
}
