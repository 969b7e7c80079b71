using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Functions;

/// <summary>A trigger is read only where <c>[Function]</c> stands; alone it does nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TriggerWithoutFunctionRule : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor NotAFunction = Rule.Warning("ERM002", "Trigger on a method that is no function",
        "'{0}' has [{1}] but not [Function], so nothing ever runs it; add [Function], or remove the trigger");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NotAFunction];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Check, SymbolKind.Method);
    }

    private static void Check(SymbolAnalysisContext context)
    {
        if (context.Symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary, PartialDefinitionPart: null } method) return;
        if (method.Derived(Names.Trigger) is not { AttributeClass: { } trigger } || ClassParser.IsFunction(method)) return;

        context.ReportDiagnostic(Diagnostic.Create(NotAFunction, method.Place(), method.Spoken(), trigger.SpokenAttribute()));
    }
}
