using System.Text;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>The persistent id of a function: <c>class.method</c> in kebab case without the suffix Async, or what <c>[Function(Id = ...)]</c> says.</summary>
internal static class FunctionId
{
    public static string Of(IMethodSymbol method, AttributeData function)
    {
        foreach (var argument in function.NamedArguments)
        {
            if (argument is { Key: "Id", Value.Value: string { Length: > 0 } id }) return id;
        }

        return $"{Kebab(method.ContainingType.Name)}.{Kebab(WithoutAsync(method.Name))}";
    }

    /// <summary>Kebab case; a run of capitals is one word: <c>HTTPPing</c> is <c>http-ping</c>, and underscores only part words.</summary>
    public static string Kebab(string name)
    {
        var kebab = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '_') continue;

            var startsWord = i > 0 && name[i - 1] == '_' || char.IsUpper(name[i]) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord && kebab.Length > 0) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(name[i]));
        }

        return kebab.ToString();
    }

    private static string WithoutAsync(string method) =>
        method.EndsWith("Async", StringComparison.Ordinal) && method.Length > "Async".Length ? method.Substring(0, method.Length - "Async".Length) : method;
}
