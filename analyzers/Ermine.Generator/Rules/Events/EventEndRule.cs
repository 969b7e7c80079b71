using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Events;

/// <summary>A function is called for events that somebody publishes. Only an executable is a whole app.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EventEndRule : FunctionRule
{
    private static readonly DiagnosticDescriptor Unpublished = Rule.Advice("ERM313", "Event that nobody publishes",
        "'{0}' runs for {1}, which nothing in this app makes, so it runs only if another app publishes it; publish it through IEventBus");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unpublished];

    protected override void Check(IMethodSymbol method, FunctionIndex functions, SymbolAnalysisContext context)
    {
        if (context.Compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication)) return;
        if (!DeclaredRule.AllOf(method, context.CancellationToken).Any() || TakenEvent.Of(method) is not { } taken || !taken.Type.Locations.Any(l => l.IsInSource)) return; // who else has the type may publish it
        if (!EventIndex.Of(functions).MayBePublished(taken.Type)) context.ReportDiagnostic(Diagnostic.Create(Unpublished, method.Place(), method.Spoken(), taken.Type.Spoken()));
    }
}
