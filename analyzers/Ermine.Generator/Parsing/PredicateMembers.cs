using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Parsing;

/// <summary>Finds the members of the event that a predicate speaks of.</summary>
internal sealed class PredicateMembers(IParameterSymbol parameter, PredicateRefusal refusal)
{
    private readonly Stack<EventMember> _receivers = new();
    private readonly Stack<EventMember> _inputs = new();

    /// <summary>The member that an operation reads; null where it reads none, or one that cannot be asked for, which is noted.</summary>
    public EventMember? Find(IOperation operation) => operation switch
    {
        IParameterReferenceOperation reference when SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter) => EventMember.Root(parameter.Type),
        IConditionalAccessInstanceOperation when _receivers.Count > 0 => _receivers.Peek(),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } when _inputs.Count > 0 => _inputs.Peek(),
        IConditionalAccessOperation access when Find(access.Operation) is { } receiver => Behind(receiver, access.WhenNotNull, Find),
        IPropertyReferenceOperation { Instance: { } instance } property when Find(instance) is { } of => Property(property, of),
        IFieldReferenceOperation { Instance: { } instance } field when Find(instance) is not null => Refused(field, $"'{field.Field.Name}' is a field, which JSON does not have; make it a property"),
        IConversionOperation conversion when Find(conversion.Operand) is { } converted => Converted(conversion, converted),
        _ => null,
    };

    /// <summary>Reads what stands behind <c>?.</c></summary>
    public T? Behind<T>(EventMember receiver, IOperation whenNotNull, Func<IOperation, T?> read) where T : class
    {
        _receivers.Push(receiver with { IsLifted = true });
        var found = read(whenNotNull);
        _receivers.Pop();
        return found;
    }

    /// <summary>Reads what is asked of a member's own members.</summary>
    public T? Within<T>(EventMember input, Func<T?> read) where T : class
    {
        _inputs.Push(input);
        var found = read();
        _inputs.Pop();
        return found;
    }

    private EventMember? Property(IPropertyReferenceOperation reference, EventMember of)
    {
        var property = reference.Property;
        if (property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T) return property.Name == "Value" ? of : null;
        if (of.Kind != EventMemberKind.Object) return Refused(reference, $"'{property.Name}' is computed from the value, and a pattern only sees the value; compare the value itself with a constant");

        return of.Member(property) is { Kind: not EventMemberKind.Unknown } member ? member
            : Refused(reference, $"how '{property.Name}' stands in JSON is not known: it is not written, or a converter or setting of its own decides; ask for another member");
    }

    private EventMember? Converted(IConversionOperation conversion, EventMember member)
    {
        if (conversion.OperatorMethod is null && (conversion.Type is null || IsExact(member, conversion.Type)) || member.Kind == EventMemberKind.List) return member;
        return Refused(conversion, $"the value is compared as {conversion.Type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}, which changes it; compare it with a constant of its own type, {member.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}");
    }

    // Whether each value of the member is the same number behind the conversion.
    private static bool IsExact(EventMember member, ITypeSymbol to)
    {
        var target = to is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : to;
        if (SymbolEqualityComparer.Default.Equals(target, member.Type)) return true;

        return (member.Kind, target.SpecialType) switch
        {
            (EventMemberKind.Character, SpecialType.System_Int32) => true,
            (EventMemberKind.Integer, SpecialType.System_Decimal) => true,
            (EventMemberKind.Integer, SpecialType.System_Double) => member.Type.SpecialType is not (SpecialType.System_Int64 or SpecialType.System_UInt64),
            (EventMemberKind.Integer, SpecialType.System_Single) => member.Type.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16,
            (EventMemberKind.Integer, SpecialType.System_Int32) => member.Type.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16,
            (EventMemberKind.Integer, SpecialType.System_Int64) => member.Type.SpecialType is not SpecialType.System_UInt64,
            (EventMemberKind.Integer, SpecialType.System_UInt32) => member.Type.SpecialType is SpecialType.System_Byte or SpecialType.System_UInt16,
            (EventMemberKind.Integer, SpecialType.System_UInt64) => member.Type.SpecialType is SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32,
            _ => false,
        };
    }

    private EventMember? Refused(IOperation part, string why)
    {
        refusal.Add(part, why);
        return null;
    }
}
