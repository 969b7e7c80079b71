using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Http;

/// <summary>Two libraries that know nothing of each other do not answer one route: the app that brings them together is told.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ReferencedRouteRule : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AmbiguousRouteRule.Ambiguous];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Check);
    }

    private static void Check(CompilationAnalysisContext context)
    {
        if (context.Compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication) || FunctionIndex.Of(context.Compilation) is not { } index) return;

        foreach (var (one, other) in RouteIndex.Of(index).Referenced.GroupBy(r => r.Shape, StringComparer.Ordinal).SelectMany(Pairs))
            context.ReportDiagnostic(Diagnostic.Create(AmbiguousRouteRule.Ambiguous, Location.None, one.Method.Spoken(), one.Text, other.Method.Spoken(), other.Text));
    }

    // Two of one library are told of where that is compiled.
    private static IEnumerable<(Route One, Route Other)> Pairs(IEnumerable<Route> routes)
    {
        var all = routes.OrderBy(r => r.Method.Spoken(), StringComparer.Ordinal).ToList();
        return all.SelectMany((one, i) => all.Skip(i + 1).Select(other => (one, other)))
            .Where(pair => pair.one.Collides(pair.other) && !SymbolEqualityComparer.Default.Equals(pair.one.Method.ContainingAssembly, pair.other.Method.ContainingAssembly));
    }
}
