using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Kernel;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Queues;

/// <summary>The queue whose dead letters a function is told of is one that there is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DeadLetterQueueRule : FunctionRule
{
    private static readonly DiagnosticDescriptor Unknown = Rule.Warning("ERM116", "Dead letters of a queue that is not there",
        "'{0}' is to be told of the dead letters of '{1}', which no [Queue] and no [QueueTrigger] here or in a referenced project names, so an app without such a queue does not start; {2}");

    // Runs that were asked for and firings travel on queues that are named after their functions.
    private static readonly string[] OfFunctions = ["fn-", "schedule-"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unknown];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute(QueueIndex.DeadLetterTrigger) is not { } trigger || trigger.FirstText() is not { } queue) return;
        if (OfFunctions.Any(kind => queue.StartsWith(kind, StringComparison.Ordinal)) || QueueIndex.Of(index).Named is not { } named || named.Contains(queue)) return;

        var meant = NearestName.Of(queue, named);
        context.ReportDiagnostic(Diagnostic.Create(Unknown, trigger.LocationOfFirst(context.CancellationToken) ?? trigger.Location(method, context.CancellationToken),
            meant is null ? null : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Value, meant),
            method.Spoken(), queue, meant is null ? "name the queue that is meant, or none to be told of all" : $"did you mean '{meant}'?"));
    }
}
