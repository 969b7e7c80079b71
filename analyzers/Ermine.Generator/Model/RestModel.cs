namespace Ermine.Generator.Model;

/// <summary>What a function says of itself to those who call it over HTTP.</summary>
/// <param name="Group">The name of its class.</param>
/// <param name="GroupSummary">What the doc comment of the class says.</param>
/// <param name="Summary">What its own doc comment says, or its name in words.</param>
/// <param name="Remarks">The remarks of its doc comment.</param>
/// <param name="IsDeprecated">Whether it is marked as obsolete.</param>
/// <param name="Parameters">What it reads.</param>
/// <param name="Responses">What it answers.</param>
internal sealed record RestModel(
    string Group, string GroupSummary, string Summary, string Remarks, bool IsDeprecated, EquatableArray<RestParameterModel> Parameters, EquatableArray<RestResponseModel> Responses);
