namespace Ermine.Generator.Model;

/// <summary>A type that may stand in the place of another.</summary>
/// <param name="Type">The type.</param>
/// <param name="Validator">The method that checks it.</param>
internal sealed record ValidatedKind(string Type, string Validator);
