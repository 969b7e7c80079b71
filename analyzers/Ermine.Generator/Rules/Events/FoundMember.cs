using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Events;

/// <summary>What a path leads to in a type.</summary>
/// <param name="Kind">What is there; null where that cannot be told, as of a type with a converter.</param>
/// <param name="Missing">The name that is not there; null where all are.</param>
/// <param name="Within">The type that lacks it.</param>
/// <param name="Known">The names that this type has.</param>
internal sealed record FoundMember(LeafKind? Kind, string? Missing, ITypeSymbol? Within, IReadOnlyList<string> Known);
