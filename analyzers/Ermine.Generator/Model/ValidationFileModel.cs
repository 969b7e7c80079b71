namespace Ermine.Generator.Model;

/// <summary>The file of a class's validators, which an edit of what they check makes anew, and an edit of the class's functions does not.</summary>
/// <param name="Namespace">The namespace of the generated class.</param>
/// <param name="Name">The name of the generated class.</param>
/// <param name="HintName">The name of the file.</param>
/// <param name="FullName">The class's name as a person writes it.</param>
/// <param name="Validation">What is in it.</param>
internal sealed record ValidationFileModel(string Namespace, string Name, string HintName, string FullName, ValidationModel Validation)
{
    /// <summary>The name of the class of validators within the generated class, which none of its members may have.</summary>
    public static string ClassIn(string name) => name == "Validation" ? "Validation_" : "Validation";

    /// <summary>The file of a class; null where nothing is checked.</summary>
    public static ValidationFileModel? Of(ClassModel type) => type.Validation is null ? null
        : new ValidationFileModel(type.GeneratedNamespace, type.Name, $"{type.HintName.Substring(0, type.HintName.Length - ".g.cs".Length)}-Validation.g.cs", type.FullName, type.Validation);
}
