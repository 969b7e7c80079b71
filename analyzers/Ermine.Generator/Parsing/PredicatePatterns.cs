using Ermine.Generator.Conditions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Parsing;

/// <summary>Reads what stands behind <c>is</c>.</summary>
internal sealed class PredicatePatterns(Compilation compilation, PredicateMembers members, PredicateFields fields, PredicateRefusal refusal, CancellationToken ct)
{
    /// <summary>What a pattern asks of a member, or the opposite; null where it cannot be said, which is noted.</summary>
    public Condition? Read(EventMember member, IPatternOperation pattern, bool isNegated)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return isNegated ? Condition.Never : Condition.Always;
            case INegatedPatternOperation negated:
                return Read(member, negated.Pattern, !isNegated);
            case IBinaryPatternOperation both:
                return Joined(Read(member, both.LeftPattern, isNegated), Read(member, both.RightPattern, isNegated), both.OperatorKind == BinaryOperatorKind.And != isNegated, both);
            case IConstantPatternOperation constant when PredicateConstant.TryRead(constant.Value, compilation, ct, out var value):
                return value is null ? fields.Null(member, !isNegated, pattern) : fields.Compare(member, BinaryOperatorKind.Equals, value, isNegated, pattern);
            case IRelationalPatternOperation relation when PredicateConstant.TryRead(relation.Value, compilation, ct, out var value) && value is not null:
                return fields.Compare(member, relation.OperatorKind, value, isNegated, pattern);
            case IRecursivePatternOperation { DeclaredSymbol: null, DeconstructionSubpatterns.IsEmpty: true } properties when SymbolEqualityComparer.Default.Equals(properties.MatchedType, member.Type):
                return Properties(member, properties, isNegated);
            default:
                return Refused(pattern, "of patterns there are constants, comparisons, properties, and, or and not");
        }
    }

    /// <summary>Both, or either; null where one is null or no pattern can ask for it.</summary>
    public Condition? Joined(Condition? left, Condition? right, bool areBoth, IOperation part)
    {
        if (left is null || right is null) return null;
        if ((areBoth ? left.And(right) : left.Or(right)) is { } joined) return joined;
        return Refused(part, areBoth
            ? "both ask for the same field in ways that a pattern cannot join, or it would have too many branches; ask once for each field, or decide a part in the function"
            : $"it would have more than {Condition.MaxBranches} branches; write several functions");
    }

    private Condition? Properties(EventMember member, IRecursivePatternOperation pattern, bool isNegated)
    {
        var all = fields.Null(member, isNegated, pattern);
        foreach (var property in pattern.PropertySubpatterns)
        {
            var read = members.Within(member, () => members.Find(property.Member) is { } of ? Read(of, property.Pattern, isNegated) : Refused(property, "it is no member of the event"));
            all = Joined(all, read, !isNegated, property);
        }

        return all;
    }

    private Condition? Refused(IOperation part, string why)
    {
        refusal.Add(part, why);
        return null;
    }
}
