namespace Ermine.Generator.Model;

/// <summary>A function.</summary>
/// <param name="Id">Its persistent id.</param>
/// <param name="Method">The method's name.</param>
/// <param name="IsStatic">Whether it needs no instance.</param>
/// <param name="Declaration">The new-expression of its <c>[Function]</c>.</param>
/// <param name="Return">What the method answers.</param>
/// <param name="Metadata">New-expressions of its other attributes and those of its class.</param>
/// <param name="Triggers">What calls it.</param>
/// <param name="Description">What it declares, as JSON.</param>
/// <param name="Call">How code calls it; null where it is not on demand.</param>
internal sealed record FunctionModel(
    string Id, string Method, bool IsStatic, string Declaration, ReturnModel Return, EquatableArray<string> Metadata, EquatableArray<TriggerModel> Triggers,
    string Description, CallModel? Call);
