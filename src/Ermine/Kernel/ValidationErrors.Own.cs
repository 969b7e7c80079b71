using System.ComponentModel.DataAnnotations;

namespace Ermine.Kernel;

public sealed partial class ValidationErrors
{
    /// <summary>Asks an attribute that needs to know nothing but the value.</summary>
    public static bool Refuses(ValidationAttribute attribute, object? value)
    {
        try
        {
            return !attribute.IsValid(value);
        }
        catch (OverflowException) // those that make a number of a text do not expect one that is too large, and a caller can send it
        {
            return true;
        }
    }

    /// <summary>Asks an attribute that only its author knows; what it says is then <see cref="Message"/>.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="value">The value that it is on.</param>
    /// <param name="instance">The object of which the value is a member; for a parameter the value itself.</param>
    /// <param name="display">The value's name for people.</param>
    /// <param name="member">The member's name in C#; null where it is none.</param>
    public bool Fails(ValidationAttribute attribute, object? value, object? instance, string? display, string? member)
    {
        if (attribute.GetValidationResult(value, Context(instance, display, member)) is not { } result) return false;

        Message = result.ErrorMessage ?? "";
        return true;
    }

    /// <summary>What is said of a value that none of its enumeration's members has.</summary>
    /// <param name="display">The value's name for people.</param>
    public string Undefined<T>(string? display) where T : struct, Enum => $"The field {display} must be one of {string.Join(", ", Enum.GetNames<T>())}.";

    /// <summary>Asks an attribute that is on a type.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="value">The value of that type.</param>
    /// <param name="display">The type's name for people.</param>
    /// <param name="names">The names in JSON of members that have one of their own; null where none has.</param>
    public void Check(ValidationAttribute attribute, object value, string display, Func<string, string?>? names)
    {
        if (attribute.GetValidationResult(value, Context(value, display, null)) is { } result) Add(result, names);
    }

    /// <summary>Asks a value that checks itself.</summary>
    /// <param name="value">The value.</param>
    /// <param name="display">Its type's name for people.</param>
    /// <param name="names">The names in JSON of members that have one of their own; null where none has.</param>
    public void Check(IValidatableObject value, string display, Func<string, string?>? names)
    {
        foreach (var result in value.Validate(Context(value, display, null)) ?? [])
        {
            if (result is not null) Add(result, names); // null is a success
        }
    }

    private void Add(ValidationResult result, Func<string, string?>? names)
    {
        var message = result.ErrorMessage ?? "";
        var isNamed = false;
        foreach (var member in result.MemberNames ?? [])
        {
            if (string.IsNullOrEmpty(member)) continue;
            isNamed = true;
            Keep(PointerOf(member, names), message);
        }

        if (!isNamed) Add(message);
    }

    // Members of members are written as C# writes them, Lines[0].Name, which is the custom of MVC.
    private string PointerOf(string member, Func<string, string?>? names) =>
        string.Concat(member.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Select((part, i) =>
            JsonPointer.Segment(char.IsAsciiDigit(part[0]) ? part : (i == 0 ? names?.Invoke(part) : null) ?? Name(part))));

    private ValidationContext Context(object? instance, string? display, string? member) => new(instance ?? this, display ?? member ?? "", this, null) { MemberName = member };
}
