using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Writes <c>[Range]</c> as a condition that compares as the attribute does, which first makes the value what its limits are.</summary>
internal static class ValidationRange
{
    /// <summary>The condition under which the value is out of range; null where the attribute has to be asked.</summary>
    public static string? Fails(AttributeData attribute, ValidatedSubject subject, ValidationFields fields)
    {
        var isAboveOnly = Says(attribute, "MinimumIsExclusive");
        var isBelowOnly = Says(attribute, "MaximumIsExclusive");
        var (low, high) = (isAboveOnly ? "<=" : "<", isBelowOnly ? ">=" : ">");
        if (attribute.ConstructorArguments is [{ Value: int least }, { Value: int most }])
        {
            if (IsWhole(subject.Bare)) return Outside(subject.Access, low, Literal(least, subject.Bare), high, Literal(most, subject.Bare));
            if (!IsReal(subject.Bare)) return null;
            var whole = subject.Bare.SpecialType == SpecialType.System_Decimal ? Given(subject) : $"(double){Given(subject)}";
            return NotWithin(subject, $"global::System.Math.Round({whole})", isAboveOnly, AttributeText.Primitive(least), isBelowOnly, AttributeText.Primitive(most));
        }

        if (attribute.ConstructorArguments is [{ Value: double least_ }, { Value: double most_ }])
        {
            if (IsWhole(subject.Bare)) return Outside(subject.Access, low, AttributeText.Primitive(least_), high, AttributeText.Primitive(most_));
            return IsReal(subject.Bare) ? NotWithin(subject, $"(double){Given(subject)}", isAboveOnly, AttributeText.Primitive(least_), isBelowOnly, AttributeText.Primitive(most_)) : null;
        }

        // A decimal has no constants in attributes, so its limits are texts, read as the attribute reads them.
        if (attribute.ConstructorArguments is [{ Value: ITypeSymbol { SpecialType: SpecialType.System_Decimal } }, { Value: string from }, { Value: string to }]
            && subject.Bare.SpecialType == SpecialType.System_Decimal && IsDecimal(from) && IsDecimal(to))
        {
            var culture = $"global::System.Globalization.CultureInfo.{(Says(attribute, "ParseLimitsInInvariantCulture") ? "Invariant" : "Current")}Culture";
            return Outside(subject.Access, low, Limit(from, "Least"), high, Limit(to, "Most"));

            string Limit(string text, string name) => fields.Of("decimal", name, $"decimal.Parse({AttributeText.Primitive(text)}, global::System.Globalization.NumberStyles.Float, {culture})");
        }

        return null;
    }

    // A comparison with null is false, so that nothing that is missing is out of range.
    private static string Outside(string value, string low, string least, string high, string most) => $"{value} {low} {least} || {value} {high} {most}";

    // NaN is within no range, so it is asked whether it is within.
    private static string NotWithin(ValidatedSubject subject, string value, bool isAboveOnly, string least, bool isBelowOnly, string most) =>
        $"{(subject.IsNullableValue ? $"{subject.Access} is not null && " : "")}!({value} {(isAboveOnly ? ">" : ">=")} {least} && {value} {(isBelowOnly ? "<" : "<=")} {most})";

    private static string Given(ValidatedSubject subject) => subject.IsNullableValue ? $"{subject.Access}.GetValueOrDefault()" : subject.Access;

    private static bool IsWhole(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private static bool IsReal(ITypeSymbol type) => type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal;

    // An unsigned number of 64 bits cannot be compared with one that has a sign: what is below zero is a limit of -1 for nothing.
    private static string Literal(int limit, ITypeSymbol type) => type.SpecialType == SpecialType.System_UInt64 ? $"{limit.ToString(CultureInfo.InvariantCulture)}D" : AttributeText.Primitive(limit);

    private static bool IsDecimal(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static bool Says(AttributeData attribute, string property) => attribute.NamedArguments.Any(a => a.Key == property && a.Value.Value is true);
}
