using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Queues;

/// <summary>Functions that send to each other in a circle keep a message going round for ever.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SendCircleRule : FunctionRule
{
    private static readonly DiagnosticDescriptor Circle = Rule.Warning("ERM114", "Queues that send in a circle",
        "'{0}' sends on whatever it is given, at once, and so round again: {1}; a message that is in it never ends and keeps its functions busy; send under a condition, or with a Delay");

    private static readonly ConditionalWeakTable<FunctionIndex, Lazy<ILookup<string, SendStep>>> Graphs = new();

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Circle];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (QueueIndex.ReaderOf(method) is not { } reader) return;

        foreach (var step in SendStep.Of(reader))
        {
            // Each circle is told once, at the queue whose name is first.
            if (WayBack(step, StepsOf(index)) is { } way && way.TrueForAll(queue => string.CompareOrdinal(reader.Queue, queue) <= 0))
                context.ReportDiagnostic(Diagnostic.Create(Circle, step.Place, method.Spoken(), string.Join(" -> ", way.Prepend(reader.Queue))));
        }
    }

    private static ILookup<string, SendStep> StepsOf(FunctionIndex index) => Graphs.GetValue(index, static i =>
        new(() => QueueIndex.Of(i).Readers.SelectMany(r => r).SelectMany(SendStep.Of).ToLookup(s => s.From, StringComparer.Ordinal))).Value;

    // The shortest, breadth first: the queues from where the step leads to where it came from.
    private static List<string>? WayBack(SendStep step, ILookup<string, SendStep> steps)
    {
        var (ways, seen) = (new Queue<List<string>>([[step.To]]), new HashSet<string>(StringComparer.Ordinal) { step.To });
        while (ways.Count > 0)
        {
            var way = ways.Dequeue();
            if (way[way.Count - 1] == step.From) return way;
            foreach (var next in steps[way[way.Count - 1]].Where(s => seen.Add(s.To))) ways.Enqueue([.. way, next.To]);
        }

        return null;
    }
}
