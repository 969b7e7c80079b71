using System.Text.RegularExpressions;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Http;

/// <summary>What the base library's validation attributes ask of the type that they are on, and of their own limits.</summary>
internal static class ValidationLimits
{
    /// <summary>What the attribute asks for where the type can never be that; null where it can.</summary>
    public static string? Asked(AttributeData attribute, ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Object || type.TypeKind is TypeKind.TypeParameter or TypeKind.Dynamic) return null;

        var bare = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;
        var isText = bare.SpecialType == SpecialType.System_String;
        var isMany = !isText && (bare is IArrayTypeSymbol || bare.Implements("System.Collections.IEnumerable"));
        return attribute.AttributeClass!.Name switch
        {
            "RangeAttribute" when attribute.ConstructorArguments.Length == 2 => IsNumber(bare) ? null : "a number",
            "StringLengthAttribute" or "EmailAddressAttribute" or "PhoneAttribute" or "CreditCardAttribute" or "Base64StringAttribute" or "FileExtensionsAttribute" => isText ? null : "a text",
            "UrlAttribute" => isText || bare.Is("System.Uri") ? null : "a text or a Uri",
            "MinLengthAttribute" or "MaxLengthAttribute" or "LengthAttribute" => isText || isMany || ValidatedMembers.HasCount(bare) ? null : "a text or a collection",
            "RegularExpressionAttribute" => isMany ? "a text" : null,
            _ => null,
        };
    }

    /// <summary>What is wrong with the attribute's limits; null where a value can be within them.</summary>
    public static string? Fault(AttributeData attribute)
    {
        var given = attribute.ConstructorArguments.Select(a => a.Kind == TypedConstantKind.Primitive ? a.Value : null).ToArray();
        return (attribute.AttributeClass!.Name, given) switch
        {
            ("RangeAttribute", [int or double, int or double]) => Range(Convert.ToDouble(given[0]), Convert.ToDouble(given[1]), attribute),
            ("StringLengthAttribute", [int most]) => most < 0 ? "allows fewer than no characters" : Length(attribute.Value("MinimumLength") as int? ?? 0, most),
            ("LengthAttribute", [int least, int most]) => least < 0 ? "asks for fewer than none" : Length(least, most),
            ("MinLengthAttribute", [< 0]) => "asks for fewer than none",
            ("MaxLengthAttribute", [int most]) when most is 0 or < -1 => "allows fewer than one, which the attribute itself refuses",
            _ => null,
        };
    }

    /// <summary>Why the pattern cannot be read; null where it can.</summary>
    public static string? PatternFault(AttributeData attribute)
    {
        if (attribute.FirstText() is not { } pattern) return null;
        try
        {
            _ = new Regex(pattern);
            return null;
        }
        catch (ArgumentException e) // the parser of patterns tells its mistakes in no other way
        {
            return e.Message;
        }
    }

    private static string? Range(double least, double most, AttributeData attribute) =>
        least > most ? $"has a minimum of {least.Spoken()} above its maximum of {most.Spoken()}"
        : least == most && (attribute.Value("MinimumIsExclusive") is true || attribute.Value("MaximumIsExclusive") is true) ? $"excludes {least.Spoken()}, the only value between its limits"
        : null;

    private static string? Length(int least, int most) => least > most ? $"has a minimum length of {((double)least).Spoken()} above its maximum of {((double)most).Spoken()}" : null;

    // What the attribute makes a number of; of an enumeration it compares the numbers of its members.
    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is (>= SpecialType.System_SByte and <= SpecialType.System_Double) or SpecialType.System_Char or SpecialType.System_Boolean || type.TypeKind == TypeKind.Enum;
}
