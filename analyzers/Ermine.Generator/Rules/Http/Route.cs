using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Http;

/// <summary>One <c>[Rest]</c> of a function.</summary>
internal sealed record Route(IMethodSymbol Method, AttributeData Attribute, string Text, string Shape)
{
    /// <summary>The versions of the API that the function belongs to; none where it has no attribute.</summary>
    public IReadOnlyList<string> Versions { get; } =
        [.. Method.GetAttributes().Concat(Method.ContainingType.GetAttributes()).Where(a => a.AttributeClass.Is("Ermine.ApiVersionAttribute")).Select(a => a.FirstText()).OfType<string>()];

    /// <summary>Whether both answer the same requests. A function without a version stands beside those that have one: it is asked where they are not.</summary>
    public bool Collides(Route other) => Shape == other.Shape && (Versions.Count == 0 ? other.Versions.Count == 0 : Shared(other) is not null);

    /// <summary>A version that both belong to.</summary>
    public string? Shared(Route other) => Versions.FirstOrDefault(v => other.Versions.Contains(v, StringComparer.OrdinalIgnoreCase));
}
