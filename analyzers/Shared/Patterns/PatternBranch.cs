namespace Ermine.Shared.Patterns;

/// <summary>One way to match a pattern: all its fields hold. A pattern without "$or" has one.</summary>
/// <param name="Fields">The fields; no path twice.</param>
internal sealed record PatternBranch(IReadOnlyList<PatternField> Fields);
