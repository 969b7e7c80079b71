namespace Ermine.Events;

/// <summary>Whether an alternative of a field holds for an event.</summary>
/// <param name="Pattern">The alternative as written.</param>
/// <param name="Holds">Whether some value of the field passes it.</param>
public sealed record AlternativeExplanation(string Pattern, bool Holds);
