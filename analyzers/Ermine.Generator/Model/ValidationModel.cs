namespace Ermine.Generator.Model;

/// <summary>How what the functions of a class are called with is checked.</summary>
/// <param name="Fields">Attributes and patterns that are made once.</param>
/// <param name="Validators">The methods that check.</param>
internal sealed record ValidationModel(EquatableArray<ValidationField> Fields, EquatableArray<ValidatorModel> Validators);
