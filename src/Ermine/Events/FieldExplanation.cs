namespace Ermine.Events;

/// <summary>Why a field of a pattern holds for an event, or what is missing.</summary>
/// <param name="Path">The names that lead to it, joined with dots.</param>
/// <param name="Holds">Whether one of its alternatives holds.</param>
/// <param name="Seen">Its values in the event, as JSON writes them; empty where it has none.</param>
/// <param name="Alternatives">Its alternatives, in the order of the pattern.</param>
/// <param name="NearestMiss">The value that comes nearest, and what is wrong with it; null where the field holds.</param>
public sealed record FieldExplanation(string Path, bool Holds, IReadOnlyList<string> Seen, IReadOnlyList<AlternativeExplanation> Alternatives, string? NearestMiss);
