namespace Ermine.Generator.Model;

/// <summary>A method that checks a value, or all that a function is called with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">What it takes besides the errors: <c>global::Shop.Order value</c>.</param>
/// <param name="Shape">What it looks at.</param>
/// <param name="Values">The values within, in order; of a collection the item.</param>
/// <param name="Kinds">The types that may stand in the type's place, those first that derive most.</param>
/// <param name="Whole">Attributes of the object as a whole, asked once all within it is right.</param>
/// <param name="Self">How the object checks itself, asked last; empty where it does not.</param>
/// <param name="Renamed">Members with a name of their own in JSON, where a check of the whole may name them.</param>
/// <param name="IsRecursive">Whether such values can hold others of their kind.</param>
internal sealed record ValidatorModel(
    string Name, string Parameters, ValidatorShape Shape, EquatableArray<ValidatedValue> Values, EquatableArray<ValidatedKind> Kinds,
    EquatableArray<string> Whole, string Self, EquatableArray<RenamedMember> Renamed, bool IsRecursive)
{
    /// <summary>The method that knows the names of <see cref="Renamed"/>; <c>null</c> where there are none.</summary>
    public string Names => Renamed.Count == 0 ? "null" : $"{Name}Names";
}
