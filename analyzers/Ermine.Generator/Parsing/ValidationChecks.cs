using System.Globalization;
using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Writes what an attribute asks of a value as a condition. Where the base library's own attribute can be written out it is; where
/// not, it is asked; what only its author knows is asked with its context.</summary>
internal sealed class ValidationChecks(ValidationFields fields)
{
    private const string Errors = "global::Ermine.Kernel.ValidationErrors";
    private const string Pattern = "global::Ermine.Kernel.ValidationPattern";

    // Those of the base library that need to know nothing but the value.
    private static readonly HashSet<string> Known =
    [
        "RangeAttribute", "StringLengthAttribute", "MinLengthAttribute", "MaxLengthAttribute", "LengthAttribute", "RegularExpressionAttribute", "EnumDataTypeAttribute", "AllowedValuesAttribute", "DeniedValuesAttribute",
        "EmailAddressAttribute", "UrlAttribute", "PhoneAttribute", "CreditCardAttribute", "Base64StringAttribute", "FileExtensionsAttribute",
    ];

    /// <summary>What is asked before all else: null where the value may be missing.</summary>
    public ValidationCheck? Missing(ValidatedSubject subject, AttributeData? required, bool isExpected)
    {
        if (required is null) return isExpected && subject.Type.IsReferenceType ? new ValidationCheck($"{subject.Access} is null", $"new global::{ValidationAttributes.Required}().FormatErrorMessage({subject.Display})") : null;
        if (!ValidationAttributes.IsStock(required, "RequiredAttribute")) return Asked(required, subject);
        if (!subject.MayBeNull) return null;

        var isText = subject.Type.SpecialType == SpecialType.System_String;
        var mayBeEmpty = required.NamedArguments.Any(a => a is { Key: "AllowEmptyStrings", Value.Value: true });
        return new ValidationCheck(
            subject.Type.SpecialType == SpecialType.System_Object ? $"{Errors}.Refuses({fields.Of(required)}, {subject.Access})"
            : isText && !mayBeEmpty ? $"string.IsNullOrWhiteSpace({subject.Access})" : $"{subject.Access} is null",
            Says(required, subject));
    }

    /// <summary>What an attribute asks; null where it asks nothing.</summary>
    public ValidationCheck? Of(AttributeData attribute, ValidatedSubject subject)
    {
        if (ValidationAttributes.IsStock(attribute, "DataTypeAttribute")) return null; // says how to show it
        if (ValidationAttributes.IsStock(attribute, "CompareAttribute")) return Compared(attribute, subject);
        if (!Known.Contains(attribute.AttributeClass!.Name) || !ValidationAttributes.IsStock(attribute, attribute.AttributeClass!.Name)) return Asked(attribute, subject);

        var condition = attribute.AttributeClass!.Name switch
        {
            "RangeAttribute" => ValidationRange.Fails(attribute, subject, fields),
            "StringLengthAttribute" => subject.Type.SpecialType == SpecialType.System_String ? Counted(subject, "Length", Named(attribute, "MinimumLength") as int? ?? 0, Given(attribute, 0)) : null,
            "MinLengthAttribute" => Count(subject) is { } count ? Counted(subject, count, Given(attribute, 0), int.MaxValue) : null,
            "MaxLengthAttribute" => Count(subject) is { } count ? Counted(subject, count, 0, Given(attribute, int.MaxValue) is var most && most == -1 ? int.MaxValue : most) : null,
            "LengthAttribute" => Count(subject) is { } count ? Counted(subject, count, Given(attribute, 0), Given(attribute, int.MaxValue, 1)) : null,
            "RegularExpressionAttribute" => Matched(attribute, subject),
            "EnumDataTypeAttribute" => attribute.ConstructorArguments is [{ Value: INamedTypeSymbol type }] && SymbolEqualityComparer.Default.Equals(type, subject.Bare) ? Undefined(subject) : null,
            "AllowedValuesAttribute" => Listed(attribute, subject) is { } values ? $"{subject.Access} is not ({values})" : null,
            "DeniedValuesAttribute" => Listed(attribute, subject) is { } values ? $"{subject.Access} is {values}" : null,
            _ => null,
        };
        condition ??= $"{Errors}.Refuses({fields.Of(attribute)}, {subject.Access})";
        return condition.Length == 0 ? null : new ValidationCheck(condition, Says(attribute, subject));
    }

    /// <summary>An enumeration's value that none of its members has.</summary>
    public static ValidationCheck? OfEnum(ValidatedSubject subject) => subject.Bare is INamedTypeSymbol { TypeKind: TypeKind.Enum } type
        ? new ValidationCheck(Undefined(subject)!, $"errors.Undefined<{type.Text()}>({subject.Display})")
        : null;

    private static string? Undefined(ValidatedSubject subject)
    {
        var type = subject.Bare.Text();
        var given = subject.IsNullableValue ? $"{subject.Access}.GetValueOrDefault()" : subject.Access;
        var condition = subject.Bare.Attribute("System.FlagsAttribute") is null
            ? $"!global::System.Enum.IsDefined<{type}>({given})"
            : $"({given} & ({type})({AllFlags((INamedTypeSymbol)subject.Bare)})) != {given}";
        return subject.IsNullableValue ? $"{subject.Access} is not null && {condition}" : condition;
    }

    private static string AllFlags(INamedTypeSymbol type)
    {
        var values = type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).Select(f => f.ConstantValue!);
        if (type.EnumUnderlyingType!.SpecialType is SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64)
            return values.Aggregate(0UL, (all, v) => all | Convert.ToUInt64(v, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
        return values.Aggregate(0L, (all, v) => all | Convert.ToInt64(v, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
    }

    // The attribute is asked as the base library would ask it, and its answer kept.
    private ValidationCheck? Asked(AttributeData attribute, ValidatedSubject subject) =>
        new($"errors.Fails({fields.Of(attribute)}, {subject.Access}, {subject.Instance}, {subject.Display}, {subject.Member})", "errors.Message");

    private ValidationCheck? Compared(AttributeData attribute, ValidatedSubject subject)
    {
        if (subject.Locals is { } locals)
        {
            if (attribute.ConstructorArguments is not [{ Value: string beside }] || !locals.TryGetValue(beside, out var local)) return null; // it is none that a request gives
            return new ValidationCheck($"!object.Equals({subject.Access}, {local})", Says(attribute, subject));
        }

        var other = attribute.ConstructorArguments is [{ Value: string name }] ? ValidatedMembers.Find(subject.Owner, name) : null;
        if (other is null || !SymbolEqualityComparer.Default.Equals(other.Type, subject.Type) || other.Attribute(ValidationAttributes.Namespace + "DisplayAttribute") is not null) return Asked(attribute, subject);

        var access = $"{subject.Instance}.{Symbols.Identifier(other.Name)}";
        return new ValidationCheck(subject.Type.SpecialType == SpecialType.System_String
            ? $"{subject.Access} != {access}"
            : $"!global::System.Collections.Generic.EqualityComparer<{TypeText.Annotated(subject.Type)}>.Default.Equals({subject.Access}, {access})", Says(attribute, subject));
    }

    private string? Matched(AttributeData attribute, ValidatedSubject subject)
    {
        if (attribute.ConstructorArguments is not [{ Value: string pattern }]) return null;

        var timeout = Named(attribute, "MatchTimeoutInMilliseconds") is int milliseconds ? $", {AttributeText.Primitive(milliseconds)}" : "";
        return $"{fields.Of(Pattern, "Pattern", $"new {Pattern}({AttributeText.Primitive(pattern)}{timeout})")}.Refuses({subject.Access})";
    }

    private static string Counted(ValidatedSubject subject, string count, int least, int most) => (least > 0, most < int.MaxValue) switch
    {
        (true, true) => $"{subject.Access} is {{ {count}: < {Text(least)} or > {Text(most)} }}",
        (true, false) => $"{subject.Access} is {{ {count}: < {Text(least)} }}",
        (false, true) => $"{subject.Access} is {{ {count}: > {Text(most)} }}",
        _ => "",
    };

    private static string? Count(ValidatedSubject subject) =>
        subject.Type is { SpecialType: SpecialType.System_String } or IArrayTypeSymbol { Rank: 1 } ? "Length" : ValidatedMembers.HasCount(subject.Type) ? "Count" : null;

    // Only where a pattern compares as the attribute does: the constants are of the value's own type.
    private static string? Listed(AttributeData attribute, ValidatedSubject subject)
    {
        if (attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Array, IsNull: false, Values: { Length: > 0 } values }]) return null;
        var isExact = subject.Bare.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_String or SpecialType.System_Char || subject.Bare.TypeKind == TypeKind.Enum;
        if (!isExact || !values.All(v => v.IsNull ? subject.MayBeNull : SymbolEqualityComparer.Default.Equals(v.Type, subject.Bare))) return null;
        return string.Join(" or ", values.Select(v => v.IsNull ? "null" : AttributeText.Constant(v)).Distinct());
    }

    private string Says(AttributeData attribute, ValidatedSubject subject) => $"{fields.New(attribute)}.FormatErrorMessage({subject.Display})";

    private static int Given(AttributeData attribute, int otherwise, int at = 0) => attribute.ConstructorArguments.Length > at && attribute.ConstructorArguments[at].Value is int value ? value : otherwise;

    private static object? Named(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value is { Kind: TypedConstantKind.Primitive } value ? value.Value : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
