namespace Ermine.Shared.Patterns;

/// <summary>Numbers between two, or on one side of one.</summary>
/// <param name="Low">The lower bound as written; null where there is none.</param>
/// <param name="IsLowInside">Whether the lower bound belongs to it.</param>
/// <param name="High">The upper bound as written; null where there is none.</param>
/// <param name="IsHighInside">Whether the upper bound belongs to it.</param>
internal sealed record PatternRange(string? Low, bool IsLowInside, string? High, bool IsHighInside);
