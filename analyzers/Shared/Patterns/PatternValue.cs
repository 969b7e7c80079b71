namespace Ermine.Shared.Patterns;

/// <summary>A value that an operator compares with.</summary>
/// <param name="Text">A string unescaped; a number as written.</param>
/// <param name="Offset">Where it stands in the pattern.</param>
/// <param name="Length">Its length there, with quotes.</param>
internal sealed record PatternValue(string Text, int Offset, int Length);
