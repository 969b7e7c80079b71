using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Queues;

/// <summary><c>Coalesce</c> gathers messages of one value, so it needs a run of several, and several of one value.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CoalesceRule : FunctionRule
{
    private static readonly DiagnosticDescriptor NothingToGather = Rule.Warning("ERM106", "Coalesce has nothing to gather",
        "{0}, so Coalesce has nothing to gather; {1}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NothingToGather];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute(QueueIndex.Trigger) is not { } trigger || trigger.Value("Coalesce") is not string member) return;
        if (QueueIndex.PayloadOf(method) is not { Type: not IErrorTypeSymbol } payload) return;

        var contract = payload.Type.Attribute(QueueIndex.Contract);
        if (!QueueIndex.IsBatch(payload.Parameter))
            Report($"'{method.Spoken()}' takes one message at a time", $"take an IReadOnlyList<{payload.Type.Spoken()}>, or remove Coalesce");
        else if (trigger.FirstText() is not { } queue || queue == contract?.FirstText())
            CheckOrdered();

        void CheckOrdered()
        {
            if (contract?.Value("GroupKey") is string key && string.Equals(key, member, StringComparison.OrdinalIgnoreCase))
                Report($"'{method.Spoken()}' reads a queue that hands out one message of each {member} at a time, to keep their order", "remove Coalesce, or GroupKey where the order does not matter");
        }

        void Report(string reason, string advice) => context.ReportDiagnostic(Diagnostic.Create(NothingToGather,
            trigger.LocationOf("Coalesce", context.CancellationToken) ?? trigger.Location(method, context.CancellationToken),
            ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Name, "Coalesce"), reason, advice));
    }
}
