using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Kernel;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Queues;

/// <summary>A rate is text, so nothing but this holds it to its grammar before the app starts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RateRule : FunctionRule
{
    private static readonly DiagnosticDescriptor NoRate = Rule.Error("ERM104", "Text that is no rate",
        "'{0}' has MaxRate = \"{1}\", which is no rate, so the app refuses to start; {2}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NoRate];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        foreach (var trigger in method.GetAttributes().Deriving(Names.Trigger))
        {
            if (trigger.Value("MaxRate") is string text && RateText.PerSecond(text) is null) Report(method, trigger, text, context);
        }
    }

    private static void Report(IMethodSymbol method, AttributeData trigger, string text, SymbolAnalysisContext context)
    {
        var meant = MeantRate.Of(text);
        context.ReportDiagnostic(Diagnostic.Create(NoRate,
            trigger.LocationOf("MaxRate", context.CancellationToken) ?? trigger.Location(method, context.CancellationToken),
            meant is null ? null : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Value, meant),
            method.Spoken(), text,
            meant is null ? "write a number, a slash, and s, m, h or d, such as 1000/s; at most a million per second" : $"did you mean \"{meant}\"?"));
    }
}
