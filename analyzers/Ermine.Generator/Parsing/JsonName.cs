using System.Text;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>What System.Text.Json calls a member by its web defaults.</summary>
internal static class JsonName
{
    private const string Attribute = "System.Text.Json.Serialization.JsonPropertyNameAttribute";

    public static string Of(ISymbol member) => member.Attribute(Attribute)?.ConstructorArguments is [{ Value: string name }] ? name : CamelCase(member.Name);

    // As JsonNamingPolicy.CamelCase: leading capitals become small, but for the last before a small letter.
    private static string CamelCase(string name)
    {
        var text = new StringBuilder(name);
        for (var i = 0; i < text.Length && char.IsUpper(text[i]); i++)
        {
            if (i > 0 && i + 1 < text.Length && !char.IsUpper(text[i + 1])) break;
            text[i] = char.ToLowerInvariant(text[i]);
        }

        return text.ToString();
    }
}
