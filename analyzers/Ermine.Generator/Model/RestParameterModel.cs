namespace Ermine.Generator.Model;

/// <summary>A value that a function reads from a request.</summary>
/// <param name="Name">Its name in the request.</param>
/// <param name="From">Where it comes from, as a member of <c>RestSource</c>.</param>
/// <param name="Type">Its type, as it stands in a <c>typeof</c>.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="Default">The expression of its default; empty where it has none.</param>
/// <param name="Description">What its doc comment says.</param>
/// <param name="Example">The example of its doc comment.</param>
/// <param name="ContentType">The content type of a body that is no JSON; empty otherwise.</param>
/// <param name="Rules">New-expressions of its attributes of validation.</param>
/// <param name="Reflects">Whether one of them reflects on what trimming may take.</param>
internal sealed record RestParameterModel(
    string Name, string From, string Type, bool IsRequired, string Default, string Description, string Example, string ContentType, EquatableArray<string> Rules, bool Reflects);
