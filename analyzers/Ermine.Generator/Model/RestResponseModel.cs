namespace Ermine.Generator.Model;

/// <summary>An answer that a function may give.</summary>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Type">The type of its content, as it stands in a <c>typeof</c>; empty where it has none.</param>
/// <param name="ContentTypes">Its content types; none where it is the usual one.</param>
/// <param name="Description">What its doc comment says.</param>
internal sealed record RestResponseModel(int Status, string Type = "", EquatableArray<string> ContentTypes = default, string Description = "");
