using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules;

/// <summary>How messages name things: as the user wrote them, without namespaces.</summary>
internal static class Spelling
{
    public static string Spoken(this IMethodSymbol method) => $"{method.ContainingType?.Name}.{method.Name}";

    public static string Spoken(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>An attribute's class without the suffix, as it stands between brackets.</summary>
    public static string SpokenAttribute(this ITypeSymbol type) =>
        type.Name.EndsWith("Attribute", StringComparison.Ordinal) && type.Name.Length > 9 ? type.Name.Substring(0, type.Name.Length - 9) : type.Name;

    /// <summary>A number as C# writes it, whatever the culture of the machine.</summary>
    public static string Spoken(this double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A list for a sentence: a, b and c.</summary>
    public static string Listed(this IReadOnlyList<string> words, string last = "and") => words.Count < 2
        ? words.FirstOrDefault() ?? ""
        : $"{string.Join(", ", words.Take(words.Count - 1))} {last} {words[words.Count - 1]}";
}
