using Ermine.Generator.Conditions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Parsing;

/// <summary>Reads the calls that a pattern has words for: comparisons of texts by their code units, and whether a list contains a value.</summary>
internal sealed class PredicateCalls(Compilation compilation, PredicateMembers members, PredicateFields fields, PredicateRefusal refusal, CancellationToken ct)
{
    private const int Ordinal = 4; // StringComparison.Ordinal
    private const int OrdinalIgnoreCase = 5;

    /// <summary>What a call asks of one member; null where it cannot be said, which is noted.</summary>
    public FieldCondition? Read(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingType.SpecialType == SpecialType.System_String)
        {
            if (method is { IsStatic: true, Name: "IsNullOrEmpty" } && members.Find(call.Arguments[0].Value) is { Kind: EventMemberKind.Text } asked) return new FieldCondition(asked.Path, TextValues.Of(TextKind.Exact, ""), true);
            if (method.Name is "StartsWith" or "EndsWith" or "Contains" or "Equals") return Text(call);
        }
        else if (method.Name == "Contains" && Sides(call) is var (list, item)) return Contains(call, list, item);

        return Refused(call, Instead(method));
    }

    private FieldCondition? Text(IInvocationOperation call)
    {
        var (subject, value) = call.Instance is null ? (call.Arguments[0].Value, call.Arguments[1].Value) : (call.Instance, call.Arguments[0].Value);
        var isTurned = call.TargetMethod.Name == "Equals" && members.Find(subject) is null;
        if (isTurned) (subject, value) = (value, subject);
        if (members.Find(subject) is not { Kind: EventMemberKind.Text } member || !PredicateConstant.TryRead(value, compilation, ct, out var constant) || (constant as string ?? (constant as char?)?.ToString()) is not { } text)
            return Refused(call, "a pattern compares a text member with a constant text; write both so");
        if (!fields.IsWhole(text, value)) return null;

        var comparison = Comparison(call);
        var isIgnoringCase = comparison == OrdinalIgnoreCase;
        var isOrdinal = comparison is Ordinal || comparison is null && (call.TargetMethod.Name is "Contains" or "Equals" || constant is char);
        if (!isOrdinal && !isIgnoringCase) return Refused(call, $"a pattern compares code units, and this call goes by a culture; pass StringComparison.Ordinal{(call.TargetMethod.Name == "Contains" ? "" : " or OrdinalIgnoreCase")}");
        if (isIgnoringCase && text.Any(c => c > 127)) return Refused(call, "upper and lower case of letters beyond ASCII differ between a pattern and .NET; compare with the texts that are meant, by Ordinal");
        if (isIgnoringCase && call.TargetMethod.Name == "Contains") return Refused(call, "a pattern cannot look for a part of a text without regard to case; use StartsWith, EndsWith or Equals, or Contains by Ordinal");

        var values = call.TargetMethod.Name switch
        {
            "StartsWith" => TextValues.Of(isIgnoringCase ? TextKind.PrefixIgnoringCase : TextKind.Prefix, text),
            "EndsWith" => TextValues.Of(isIgnoringCase ? TextKind.SuffixIgnoringCase : TextKind.Suffix, text),
            "Contains" => TextValues.Containing(text),
            _ => TextValues.Of(isIgnoringCase ? TextKind.IgnoringCase : TextKind.Exact, text),
        };
        // A call on null fails, so that what null answers does not matter; string.Equals says no, and so does a constant's own.
        return call.Instance is null || isTurned ? PredicateFields.Of(member, values, holdsForNull: false) : new FieldCondition(member.Path, values, null);
    }

    private FieldCondition? Contains(IInvocationOperation call, IOperation list, IOperation item)
    {
        if (members.Find(list) is { } found)
        {
            if (found.Element() is not { } element || !PredicateConstant.TryRead(item, compilation, ct, out var value) || value is null) return Refused(call, "a pattern asks whether a list of values contains a constant; write a constant that is not null");
            return fields.ValuesOf(element, value, item) is { } values ? new FieldCondition(element.Path, values, null) : null;
        }

        if (members.Find(item) is not { } member || PredicateConstant.List(list, compilation, ct) is not { } known) return Refused(call, "a pattern compares a member with a list of constants; write the list in the predicate, or in a static readonly field");

        var any = member.AllValues.And(member.AllValues.Others()!);
        foreach (var one in known.Where(k => k is not null)) any = fields.ValuesOf(member, one, item) is { } values ? any?.Or(values) : null;
        return any is null ? null : PredicateFields.Of(member, any, known.Contains(null));
    }

    // A list's own Contains, that of Enumerable, and that of MemoryExtensions, which the compiler prefers for arrays.
    private static (IOperation List, IOperation Item)? Sides(IInvocationOperation call) => (call.Instance, call.Arguments.Where(a => !a.IsImplicit || a.ArgumentKind != ArgumentKind.DefaultValue).Select(a => a.Value).ToList()) switch
    {
        ({ } list, [var item]) when WrittenMembers.ElementOf(call.TargetMethod.ContainingType) is not null => (list, item),
        (null, [var list, var item]) when call.TargetMethod.ContainingType.Is("System.Linq.Enumerable") || call.TargetMethod.ContainingType.Is("System.MemoryExtensions") => (list, item),
        _ => null,
    };

    // Null where the call has none; -1 where it is one that is not known, or a culture.
    private int? Comparison(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Type.Is("System.StringComparison") == true) return PredicateConstant.TryRead(argument.Value, compilation, ct, out var value) && value is int number ? number : -1;
            if (argument.Parameter?.Type.Is("System.Globalization.CultureInfo") == true) return -1;
        }

        return null;
    }

    /// <summary>What to write in the place of a call that cannot be said.</summary>
    public static string Instead(IMethodSymbol method) => method.Name switch
    {
        "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" => "use Equals(.., StringComparison.OrdinalIgnoreCase)",
        "Compare" or "CompareTo" or "CompareOrdinal" => "texts have no order in a pattern; compare with ==, StartsWith or EndsWith",
        "Any" or "All" or "Count" => "of a list a pattern asks whether it contains a constant: use Contains",
        "HasFlag" => "compare with the values that have it: is State.A or State.B",
        "IsMatch" => "a pattern has no regular expressions; use StartsWith, EndsWith or Contains",
        _ when method.ContainingType.SpecialType == SpecialType.System_String => "of texts a pattern knows ==, StartsWith, EndsWith, Contains and Equals",
        _ => "it is not called at build; write what it asks for here",
    };

    private FieldCondition? Refused(IOperation part, string why)
    {
        refusal.Add(part, why);
        return null;
    }
}
