namespace Ermine.Generator.Model;

/// <summary>A class with functions.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name, with those of the classes around it: <c>Outer_Inner</c>.</param>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="FullName">Its name as a person writes it.</param>
/// <param name="Type">Its name as generated code writes it.</param>
/// <param name="Disposal">How an instance is given up.</param>
/// <param name="Constructor">What its constructor takes.</param>
/// <param name="Contracts">New-expressions of the contracts that it sends to.</param>
/// <param name="Described">The contracts that it takes part in, as JSON.</param>
/// <param name="Functions">Its functions, by id.</param>
/// <param name="Omitted">Methods that are marked as functions and cannot be.</param>
/// <param name="Validation">How what they are called with is checked; null where nothing is.</param>
internal sealed record ClassModel(
    string Namespace, string Name, string HintName, string FullName, string Type, Disposal Disposal,
    EquatableArray<ParameterModel> Constructor, EquatableArray<string> Contracts, EquatableArray<string> Described, EquatableArray<FunctionModel> Functions, EquatableArray<OmittedModel> Omitted,
    ValidationModel? Validation)
{
    /// <summary>The class without what its validators are, for the file that only calls them.</summary>
    public ClassModel WithoutValidators => Validation is null ? this : this with { Validation = new ValidationModel(default, default, false) };

    /// <summary>The namespace of the generated class.</summary>
    public string GeneratedNamespace => Namespace.Length == 0 ? "ErmineGenerated" : $"ErmineGenerated.{Namespace}";

    /// <summary>The generated class, as other generated code names it.</summary>
    public string GeneratedType => $"global::{GeneratedNamespace}.{Name}";
}
