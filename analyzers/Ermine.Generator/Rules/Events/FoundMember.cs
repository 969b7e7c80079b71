using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Events;

/// <summary>What a path leads to in a type.</summary>
/// <param name="Written">What is there in JSON; unknown where that cannot be told, as of a type with a converter.</param>
/// <param name="Type">The type of it; null where that cannot be told.</param>
/// <param name="IsAlwaysThere">Whether every such event has a value there, and it is not null.</param>
/// <param name="Missing">The name that is not there; null where all are.</param>
/// <param name="Within">The type that lacks it.</param>
/// <param name="Known">The names that this type has.</param>
internal sealed record FoundMember(EventMemberKind Written, ITypeSymbol? Type, bool IsAlwaysThere, string? Missing, ITypeSymbol? Within, IReadOnlyList<string> Known)
{
    /// <summary>What a pattern compares it as; null where that cannot be told.</summary>
    public LeafKind? Kind => Written switch
    {
        EventMemberKind.Boolean => LeafKind.Boolean,
        EventMemberKind.Integer or EventMemberKind.Fraction => LeafKind.Number,
        EventMemberKind.Text or EventMemberKind.Character or EventMemberKind.OtherText => LeafKind.Text,
        _ => null,
    };
}
