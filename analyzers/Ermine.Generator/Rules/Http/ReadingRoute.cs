using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Http;

/// <summary>Routes by which callers only read, as HTTP has it.</summary>
internal static class ReadingRoute
{
    /// <summary>The first GET or HEAD of a function, as it is written; null where it has none.</summary>
    public static string? Of(IMethodSymbol method) => method.GetAttributes()
        .Where(a => a.AttributeClass.Is("Ermine.RestAttribute"))
        .Select(a => a.FirstText()?.Trim())
        .FirstOrDefault(route => route?.Split(' ')[0].ToUpperInvariant() is "GET" or "HEAD");
}
