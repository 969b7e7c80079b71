namespace Ermine.Generator.Model;

/// <summary>A value that is checked: a member, a parameter, or an item.</summary>
/// <param name="Access">The expression that has it.</param>
/// <param name="Place">The expression of its name in JSON; empty where the value is what the path has come to.</param>
/// <param name="IsParameter">Whether its name is one of route, query or header, and no step of a path.</param>
/// <param name="Missing">What is asked first: where it is wrong there, nothing else is asked. Null where the value may be missing.</param>
/// <param name="Checks">What is asked of it.</param>
/// <param name="Guard">The condition under which there is something within it to check; empty where there always is.</param>
/// <param name="Given">The expression that has it where the guard holds.</param>
/// <param name="Validator">The method that checks what is within it; empty where nothing is checked there.</param>
internal sealed record ValidatedValue(
    string Access, string Place, bool IsParameter, ValidationCheck? Missing, EquatableArray<ValidationCheck> Checks, string Guard = "", string Given = "", string Validator = "")
{
    /// <summary>Whether anything is asked at all.</summary>
    public bool IsAsked => Missing is not null || Checks.Count > 0 || Validator.Length > 0;
}
