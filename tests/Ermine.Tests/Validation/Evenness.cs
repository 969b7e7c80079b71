using System.ComponentModel.DataAnnotations;

namespace Ermine.Tests.Validation;

/// <summary>A check that <c>[CustomValidation]</c> names; it must be public.</summary>
public static class Evenness
{
    public static ValidationResult? IsEven(int value, ValidationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return value % 2 == 0 ? ValidationResult.Success : new ValidationResult($"{context.DisplayName} is odd.");
    }
}
