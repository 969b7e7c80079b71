namespace Ermine.Generator.Model;

/// <summary>How what the functions of a class are called with is checked.</summary>
/// <param name="Fields">Attributes and patterns that are made once.</param>
/// <param name="Validators">The methods that check.</param>
/// <param name="Reflects">Whether an attribute that is made in them reflects on what trimming may take.</param>
internal sealed record ValidationModel(EquatableArray<ValidationField> Fields, EquatableArray<ValidatorModel> Validators, bool Reflects);
