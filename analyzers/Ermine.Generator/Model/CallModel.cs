namespace Ermine.Generator.Model;

/// <summary>How code calls a function on demand: the signature of a method of the typed client.</summary>
/// <param name="Id">The function's id.</param>
/// <param name="Name">The method's name, which ends with Async.</param>
/// <param name="IsPublic">Whether everything that it names is public.</param>
/// <param name="Result">The type of what is returned, of a sequence that of its items; empty where nothing is.</param>
/// <param name="IsSequence">Whether a sequence is returned.</param>
/// <param name="Parameters">Its arguments.</param>
/// <param name="Documented">The id of the function's method in documentation.</param>
internal sealed record CallModel(string Id, string Name, bool IsPublic, string Result, bool IsSequence, EquatableArray<CallParameter> Parameters, string Documented);
