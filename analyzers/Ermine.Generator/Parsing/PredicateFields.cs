using Ermine.Generator.Conditions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Parsing;

/// <summary>Makes conditions of what a predicate asks of one member.</summary>
internal sealed class PredicateFields(PredicateRefusal refusal)
{
    /// <summary>The member compared with a value that is known and is not null.</summary>
    public Condition? Compare(EventMember member, BinaryOperatorKind comparison, object value, bool isNegated, IOperation part)
    {
        if (ValuesOf(member, value, part) is not { } equal) return null;

        var values = (comparison, member.Kind) switch
        {
            (BinaryOperatorKind.Equals, _) => equal,
            (BinaryOperatorKind.NotEquals, _) => equal.Others(),
            (_, EventMemberKind.Integer or EventMemberKind.Fraction or EventMemberKind.NumberedEnum) => Range(comparison, PredicateConstant.Number(value)!),
            _ => null,
        };
        if (values is null) return Refused(part, "only numbers have an order in a pattern; compare with == or !=");
        return Finish(Of(member, values, holdsForNull: comparison == BinaryOperatorKind.NotEquals), isNegated, part);
    }

    /// <summary>Whether the member is null.</summary>
    public Condition? Null(EventMember member, bool isNull, IOperation part)
    {
        if (member.IsRoot) return isNull ? Condition.Never : Condition.Always;

        var seen = member.IsScalar ? member : member.Witness();
        if (seen is null) return Refused(part, "an object or list that is there looks in a pattern as one that is not, unless it has a member that is never null; ask for a value within it");

        var none = seen.AllValues.And(seen.AllValues.Others()!)!;
        return Condition.Of(new FieldCondition(seen.Path, isNull ? none : seen.AllValues, isNull));
    }

    /// <summary>What is asked of a member: what null answers matters only where it can be there without the code failing.</summary>
    public static FieldCondition Of(EventMember member, ValueSet values, bool? holdsForNull) =>
        new(member.Path, values, member.Path.IsNullable || member.IsLifted ? holdsForNull : null);

    /// <summary>The condition, or its opposite.</summary>
    public Condition? Finish(FieldCondition? field, bool isNegated, IOperation part)
    {
        if (field is null) return null;
        if (!isNegated) return Condition.Of(field);
        return field.Others() is { } others ? Condition.Of(others) : Refused(part, field.Path.IsMany
            ? "a pattern asks whether any element of a list passes, and cannot ask that none does; decide that in the function"
            : "its opposite cannot be said in a pattern, which excludes texts by one kind of comparison at a time");
    }

    /// <summary>The values of a member that equal one that is known.</summary>
    public ValueSet? ValuesOf(EventMember member, object? value, IOperation part)
    {
        switch (member.Kind)
        {
            case EventMemberKind.Boolean when value is bool flag:
                return new BooleanValues(flag, !flag);
            case EventMemberKind.Integer or EventMemberKind.Fraction or EventMemberKind.NumberedEnum when PredicateConstant.Number(value) is { } number:
                return NumberValues.Of(number);
            case EventMemberKind.Text when value is string text:
                return IsWhole(text, part) ? TextValues.Of(TextKind.Exact, text) : null;
            case EventMemberKind.Character when value is char or (>= 0 and <= char.MaxValue): // a letter is compared as its number
                return IsWhole(Convert.ToChar(value, null).ToString(), part) ? TextValues.Of(TextKind.Exact, Convert.ToChar(value, null).ToString()) : null;
            case EventMemberKind.NamedEnum when PredicateEnums.NameOf(member.Type, value) is { } name:
                return TextValues.Of(TextKind.Exact, name);
            case EventMemberKind.NamedEnum:
                refusal.Add(part, "the value has no one name, and names are what is written; compare with a single member of the enumeration");
                return null;
            default:
                refusal.Add(part, "the value is of a kind that a pattern cannot compare; there are texts, numbers, true, false, null and enumerations");
                return null;
        }
    }

    /// <summary>Whether a text is one that JSON can hold.</summary>
    public bool IsWhole(string text, IOperation part)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]) || char.IsSurrogatePair(text, i++)) continue;
            refusal.Add(part, "half of a surrogate pair is no character, and JSON cannot hold it; write both halves");
            return false;
        }

        return true;
    }

    private static NumberValues Range(BinaryOperatorKind comparison, string number) => NumberValues.Of(comparison switch
    {
        BinaryOperatorKind.LessThan => new NumberInterval(null, false, number, false),
        BinaryOperatorKind.LessThanOrEqual => new NumberInterval(null, false, number, true),
        BinaryOperatorKind.GreaterThan => new NumberInterval(number, false, null, false),
        _ => new NumberInterval(number, true, null, false),
    });

    private Condition? Refused(IOperation part, string why)
    {
        refusal.Add(part, why);
        return null;
    }
}
