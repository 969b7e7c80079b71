using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Kernel;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Queues;

/// <summary>A queue that a function reads is one that something can send to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class QueueNameRule : FunctionRule
{
    private static readonly DiagnosticDescriptor Unknown = Rule.Warning("ERM102", "Queue that no type travels on",
        "'{0}' reads the queue '{1}', which no type here or in a referenced project names in its [Queue], so nothing sends to it; {2}");

    private static readonly DiagnosticDescriptor Unnamed = Rule.Error("ERM102", "Queue that no type travels on",
        "'{0}' names no queue and neither does its payload '{1}', so the app does not start; put [Queue(\"...\")] on '{1}', or name the queue in [QueueTrigger(\"...\")]");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unknown, Unnamed];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute(QueueIndex.Trigger) is not { } trigger || QueueIndex.PayloadOf(method) is not { Type: not IErrorTypeSymbol } payload) return;

        var place = trigger.LocationOfFirst(context.CancellationToken) ?? trigger.Location(method, context.CancellationToken);
        if (trigger.FirstText() is not { } queue)
        {
            if (payload.Type.Attribute(QueueIndex.Contract) is null)
                context.ReportDiagnostic(Diagnostic.Create(Unnamed, place, method.Spoken(), payload.Type.Spoken()));
            return;
        }

        var contracts = QueueIndex.Of(index).Contracts;
        if (contracts.Contains(queue)) return;

        var meant = QueueIndex.ContractOf(payload.Type) ?? NearestName.Of(queue, contracts.Select(c => c.Key));
        context.ReportDiagnostic(Diagnostic.Create(Unknown, place,
            meant is null ? null : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Value, meant),
            method.Spoken(), queue, meant is null ? $"put [Queue(\"{queue}\")] on the type that is sent" : $"did you mean '{meant}'?"));
    }
}
