namespace Ermine.Generator.Model;

/// <summary>A trigger of a function, and how the function's parameters are bound behind it.</summary>
/// <param name="Text">Its new-expression.</param>
/// <param name="Label">How it was written, for people: <c>QueueTrigger(BatchSize = 500)</c>.</param>
/// <param name="Shape">The shape of its input, as a member of <c>InputShape</c>.</param>
/// <param name="Contract">The new-expression of the payload's contract; <c>null</c> where it has none.</param>
/// <param name="Parameters">The bound parameters, in order.</param>
/// <param name="Rest">What the function says of itself to callers over HTTP; null behind any other trigger.</param>
/// <param name="Validator">The method that checks what was read; empty where nothing is checked.</param>
/// <param name="Pattern">The event pattern that its predicate became; empty where it has none.</param>
internal sealed record TriggerModel(string Text, string Label, InputShape Shape, string Contract, EquatableArray<ParameterModel> Parameters, RestModel? Rest = null, string Validator = "", string Pattern = "")
{
    /// <summary>What is bound, one by one: the parameters, and the members of those that are made of members.</summary>
    public IEnumerable<ParameterModel> Values => Parameters.SelectMany(p => p.Values);
}
