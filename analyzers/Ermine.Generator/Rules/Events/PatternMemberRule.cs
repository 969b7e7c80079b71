using Ermine.Shared.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Events;

/// <summary>A rule that compares what a pattern asks of a member with what the event's type says of it.</summary>
internal abstract class PatternMemberRule : FunctionRule
{
    private const string Detail = "detail.";

    protected sealed override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (TakenEvent.Of(method) is not { } taken) return;

        foreach (var rule in DeclaredRule.AllOf(method, context.CancellationToken).Where(r => r.IsLiteral))
        {
            var told = new HashSet<(int, int)>(); // branches of $or repeat the fields beside them
            foreach (var field in rule.Read().Tree?.Branches.SelectMany(b => b.Fields) ?? [])
            {
                if (!told.Add((field.Offset, field.Length))) continue;
                if (!field.Path.StartsWith(Detail, StringComparison.Ordinal)) CheckHead(rule, field, taken, context);
                else if (taken.Find(field.Path.Substring(Detail.Length)) is { Missing: null, Type: not null } found) Check(rule, field, found, taken, context);
            }
        }
    }

    /// <summary>Reports what is wrong with what is asked of a member.</summary>
    protected abstract void Check(DeclaredRule rule, PatternField field, FoundMember found, TakenEvent taken, SymbolAnalysisContext context);

    /// <summary>Reports what is wrong with what is asked of the event around the detail.</summary>
    protected virtual void CheckHead(DeclaredRule rule, PatternField field, TakenEvent taken, SymbolAnalysisContext context)
    {
    }
}
