namespace Ermine.Events;

/// <summary>Why one branch of a pattern holds for an event, or what is missing.</summary>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Fields">Its fields, in the order of the pattern.</param>
/// <param name="Reason">Why it does not hold though each field does on its own; else null.</param>
public sealed record BranchExplanation(bool Holds, IReadOnlyList<FieldExplanation> Fields, string? Reason);
