namespace Ermine.Shared.Patterns;

/// <summary>A field of an event, and what its values may be.</summary>
/// <param name="Path">The names that lead to it, joined with dots.</param>
/// <param name="Offset">Where its last name stands in the pattern.</param>
/// <param name="Length">The length of that name, with quotes.</param>
/// <param name="Alternatives">One of them is to hold.</param>
internal sealed record PatternField(string Path, int Offset, int Length, IReadOnlyList<PatternTest> Alternatives);
