using System.Collections.Immutable;
using Ermine.Generator.Model;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Functions;

/// <summary>Behind a message nobody waits for an answer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnseenResultRule : FunctionRule
{
    private static readonly DiagnosticDescriptor Unseen = Rule.Warning("ERM017", "Result that nobody sees",
        "'{0}' returns '{1}', and nobody waits for what {2} brings about: the value is thrown away and the run counts as done, whatever it says; throw where it failed, store or send the value, or add [OnDemand] for callers that want it");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unseen];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.ReturnType.IsMissing() || ReturnParser.Of(method).Kind is not (ReturnKind.Value or ReturnKind.Text or ReturnKind.Result) || ReturnParser.ValueOf(method) is not { } value) return;
        if (value.Is("System.Collections.Generic.IEnumerable`1")) return; // ERM001 says more of it

        var triggers = method.GetAttributes().Deriving(Names.Trigger).ToList();
        if (triggers.Count == 0 || !triggers.TrueForAll(t => FunctionParser.ShapeOf(t.AttributeClass!) is InputShape.None or InputShape.Message or InputShape.Batch)) return;

        var place = (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) as MethodDeclarationSyntax)?.ReturnType.GetLocation() ?? method.Place();
        context.ReportDiagnostic(Diagnostic.Create(Unseen, place, method.Spoken(), value.Spoken(), triggers.Select(t => $"[{t.AttributeClass!.SpokenAttribute()}]").Distinct().ToList().Listed()));
    }
}
