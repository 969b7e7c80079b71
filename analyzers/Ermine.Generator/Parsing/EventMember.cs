using Ermine.Generator.Conditions;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>A member of an event that a predicate speaks of.</summary>
/// <param name="Path">Where it stands in JSON.</param>
/// <param name="Type">Its type, without the mark that it may be null.</param>
/// <param name="Kind">What it becomes.</param>
/// <param name="IsLifted">Whether it was reached by <c>?.</c>, so that null before it is null here.</param>
internal sealed record EventMember(FieldPath Path, ITypeSymbol Type, EventMemberKind Kind, bool IsLifted)
{
    /// <summary>Whether it is the event itself.</summary>
    public bool IsRoot => Path.Names.Length == 0;

    /// <summary>All values that it may have, but for null.</summary>
    public ValueSet AllValues => Kind switch
    {
        EventMemberKind.Boolean => BooleanValues.All,
        EventMemberKind.Integer or EventMemberKind.Fraction or EventMemberKind.NumberedEnum => NumberValues.All,
        _ => TextValues.All,
    };

    /// <summary>Whether it is a value in JSON, and neither an object nor a list.</summary>
    public bool IsScalar => Kind is not (EventMemberKind.Unknown or EventMemberKind.Object or EventMemberKind.List);

    /// <summary>The event itself.</summary>
    public static EventMember Root(ITypeSymbol type) => new(new FieldPath("", false, false, false), type, WrittenMembers.KindOf(type), false);

    /// <summary>A property of it; null where JSON does not have it for certain.</summary>
    public EventMember? Member(IPropertySymbol property) =>
        WrittenMembers.IsWritten(property) && Kind == EventMemberKind.Object && JsonName.Of(property) is var name and not "$or" ? Of(property.Type, name, WrittenMembers.KindOf(property)) : null;

    /// <summary>What a list holds, of which any may pass; null where it is none.</summary>
    public EventMember? Element() => Kind == EventMemberKind.List && WrittenMembers.ElementOf(Type) is { } element
        ? new EventMember(Path with { IsMany = true, IsNullable = false }, WrittenMembers.Plain(element), WrittenMembers.KindOf(element), IsLifted)
        : null;

    /// <summary>A member of it that is a value whenever it is there itself; null where there is none.</summary>
    public EventMember? Witness() => Kind != EventMemberKind.Object ? null : WrittenMembers.Of(Type).Select(Member).FirstOrDefault(m => m is { IsScalar: true, Path.IsNullable: false }) is { } member
        ? member with { Path = member.Path with { IsWithinNullable = true } }
        : null;

    private EventMember Of(ITypeSymbol type, string name, EventMemberKind kind)
    {
        var isNullable = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } || type is { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.NotAnnotated };
        return new EventMember(new FieldPath(IsRoot ? name : $"{Path.Names}.{name}", isNullable, Path.IsNullable || Path.IsWithinNullable, Path.IsMany), WrittenMembers.Plain(type), kind, IsLifted);
    }
}
