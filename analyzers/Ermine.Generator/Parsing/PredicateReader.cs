using Ermine.Generator.Conditions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Parsing;

/// <summary>Reads a predicate as the condition that it is. What has no exact equal in the language of patterns is refused.</summary>
internal sealed class PredicateReader
{
    private readonly Compilation _compilation;
    private readonly PredicateRefusal _refusal;
    private readonly PredicateMembers _members;
    private readonly PredicateFields _fields;
    private readonly PredicatePatterns _patterns;
    private readonly PredicateCalls _calls;
    private readonly CancellationToken _ct;

    public PredicateReader(Compilation compilation, IParameterSymbol parameter, PredicateRefusal refusal, CancellationToken ct)
    {
        (_compilation, _refusal, _ct) = (compilation, refusal, ct);
        _members = new PredicateMembers(parameter, refusal);
        _fields = new PredicateFields(refusal);
        _patterns = new PredicatePatterns(compilation, _members, _fields, refusal, ct);
        _calls = new PredicateCalls(compilation, _members, _fields, refusal, ct);
    }

    /// <summary>The condition, or its opposite; null where it cannot be said, which is noted.</summary>
    public Condition? Read(IOperation operation, bool isNegated = false)
    {
        _ct.ThrowIfCancellationRequested();
        if (operation.ConstantValue is { HasValue: true, Value: bool constant }) return constant != isNegated ? Condition.Always : Condition.Never;

        switch (operation)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return Read(not.Operand, !isNegated);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.And or BinaryOperatorKind.Or, OperatorMethod: null } both:
                var isAnd = both.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And;
                return _patterns.Joined(Read(both.LeftOperand, isNegated), Read(both.RightOperand, isNegated), isAnd != isNegated, both);
            case IBinaryOperation comparison when IsComparison(comparison):
                return Comparison(comparison, isNegated);
            case IIsPatternOperation pattern when _members.Find(pattern.Value) is { } member:
                return _patterns.Read(member, pattern.Pattern, isNegated);
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } pattern when PredicateConstant.TryRead(value, _compilation, _ct, out var constantPattern) && constantPattern is bool flag:
                return Lifted(pattern.Value, flag, isNegated, pattern);
            case ICoalesceOperation { WhenNull.ConstantValue: { HasValue: true, Value: bool whenNull } } coalesce:
                return _members.Find(coalesce.Value) is { Kind: EventMemberKind.Boolean } flagged
                    ? _fields.Finish(new FieldCondition(flagged.Path, new BooleanValues(true, false), whenNull), isNegated, coalesce)
                    : Behind(coalesce.Value, true, whenNull, isNegated, coalesce);
            case IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } instance } when _members.Find(instance) is { } member:
                return _fields.Null(member, isNegated, operation);
            case IInvocationOperation call:
                return _fields.Finish(_calls.Read(call), isNegated, call);
        }

        if (_members.Find(operation) is { Kind: EventMemberKind.Boolean } boolean) return _fields.Compare(boolean, BinaryOperatorKind.Equals, true, isNegated, operation);
        return Refused(operation, "in a predicate of an event there are members compared with constants, patterns of constants, StartsWith, EndsWith, Contains and Equals by ordinals, &&, || and !");
    }

    // Texts and decimals are compared by operators that the base library has; a record's own compares it with null as any other does.
    private static bool IsComparison(IBinaryOperation operation) => operation.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan
        or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
        && (operation.OperatorMethod?.ContainingType.SpecialType is null or SpecialType.System_String or SpecialType.System_Decimal
            || operation is { OperatorMethod.IsImplicitlyDeclared: true } && (IsNull(operation.LeftOperand) || IsNull(operation.RightOperand)));

    private static bool IsNull(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };

    private Condition? Comparison(IBinaryOperation comparison, bool isNegated)
    {
        var (left, right, kind) = (comparison.LeftOperand, comparison.RightOperand, comparison.OperatorKind);
        if (PredicateConstant.TryRead(left, _compilation, _ct, out var value)) (left, kind) = (right, Turned(kind));
        else if (!PredicateConstant.TryRead(right, _compilation, _ct, out value)) return Refused(comparison, "a pattern compares a member with a value that is known at build: a constant, or a static readonly field that is given one; compare one member with one such value");

        var isEquality = kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;
        if (_members.Find(left) is not { } member)
        {
            return isEquality && value is bool flag ? Lifted(left, flag, isNegated != (kind == BinaryOperatorKind.NotEquals), comparison)
                : Refused(left, left is IInvocationOperation call ? PredicateCalls.Instead(call.TargetMethod) : "it is no member of the event; a pattern compares members as they are, so compare one of them with a constant");
        }

        if (value is not null) return _fields.Compare(member, kind, value, isNegated, comparison);
        return isEquality ? _fields.Null(member, kind == BinaryOperatorKind.Equals != isNegated, comparison) : isNegated ? Condition.Always : Condition.Never; // nothing is above null, nor below it
    }

    // What is true, false or null compared with true or false: o.Name?.StartsWith("A") == true.
    private Condition? Lifted(IOperation operation, bool expected, bool isNegated, IOperation part)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion) operation = conversion.Operand;
        return operation is IConditionalAccessOperation ? Behind(operation, expected, false, isNegated, part) : Read(operation, isNegated == expected);
    }

    private Condition? Behind(IOperation operation, bool expected, bool whenNull, bool isNegated, IOperation part)
    {
        if (operation is not IConditionalAccessOperation access || _members.Find(access.Operation) is not { } receiver) return Refused(part, "it is no member of the event");

        var field = _members.Behind(receiver, access.WhenNotNull, rest => rest switch
        {
            IInvocationOperation call => _calls.Read(call),
            _ => null,
        });
        if (!expected) field = field?.Others();
        return field is null ? Refused(part, "behind ?. a pattern knows members and the calls StartsWith, EndsWith, Contains and Equals") : _fields.Finish(field with { HoldsForNull = whenNull }, isNegated, part);
    }

    private static BinaryOperatorKind Turned(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };

    private Condition? Refused(IOperation part, string why)
    {
        _refusal.Add(part, why);
        return null;
    }
}
