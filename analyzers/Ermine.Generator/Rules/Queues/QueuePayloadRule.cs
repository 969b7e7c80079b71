using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Queues;

/// <summary>A queue carries one type: JSON of another is refused at best, and at worst read as something it is not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class QueuePayloadRule : FunctionRule
{
    private static readonly DiagnosticDescriptor TwoPayloads = Rule.Error("ERM101", "Two payload types on one queue",
        "{0}, so messages of one type are misread as the other or end as dead letters; {1}");

    private static readonly string[] TakesAll =
    [
        "System.Text.Json.JsonElement", "System.Text.Json.JsonDocument", "System.Text.Json.Nodes.JsonObject", "System.Object",
    ];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [TwoPayloads];

    protected override void Check(INamedTypeSymbol type, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (type.Attribute(QueueIndex.Contract) is not { } contract || contract.FirstText() is not { } queue) return;
        if (Other(type, QueueIndex.Of(index).Contracts[queue]) is not { } other) return;

        context.ReportDiagnostic(Diagnostic.Create(TwoPayloads, contract.Location(type, context.CancellationToken),
            $"The queue '{queue}' would carry both '{type.Spoken()}' and '{other.Spoken()}'", "give each type a queue of its own"));
    }

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (QueueIndex.ReaderOf(method) is not { } reader || TakesAll.Any(t => reader.Payload.Is(t))) return;

        var queues = QueueIndex.Of(index);
        var sent = queues.Contracts[reader.Queue].ToList();
        if (sent.Contains(reader.Payload, SymbolEqualityComparer.Default)) return;
        if ((sent.FirstOrDefault() ?? Other(reader.Payload, queues.Readers[reader.Queue].Select(r => r.Payload))) is not { } other) return;

        var place = QueueIndex.PayloadOf(method)?.Parameter.Place() ?? method.Place();
        context.ReportDiagnostic(Diagnostic.Create(TwoPayloads, place,
            $"'{method.Spoken()}' reads the queue '{reader.Queue}' as '{reader.Payload.Spoken()}' where it carries '{other.Spoken()}'",
            $"take '{other.Spoken()}', or read another queue"));
    }

    private static ITypeSymbol? Other(ITypeSymbol payload, IEnumerable<ITypeSymbol> all) =>
        all.FirstOrDefault(t => !SymbolEqualityComparer.Default.Equals(t, payload));
}
