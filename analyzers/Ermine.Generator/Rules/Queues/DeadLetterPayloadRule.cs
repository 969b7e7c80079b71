using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Queues;

/// <summary>What a function is told of a dead letter is the letter, and not the message in it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DeadLetterPayloadRule : FunctionRule
{
    private const string Letter = "Ermine.Queues.DeadLetter";

    private static readonly DiagnosticDescriptor Misread = Rule.Error("ERM117", "Dead letter that is read as something else",
        "'{0}' is handed dead letters and takes '{1}', so that members of the letter are read as members of '{1}', of which most stay empty or none can be read; take a DeadLetter, whose Payload is the message as it was sent");

    private static readonly string[] TakesAll = ["System.Text.Json.JsonElement", "System.Text.Json.JsonDocument", "System.Text.Json.Nodes.JsonObject", "System.Text.Json.Nodes.JsonNode"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Misread];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute(QueueIndex.DeadLetterTrigger) is null || QueueIndex.PayloadOf(method) is not var (parameter, type)) return;
        if (type.IsMissing() || type.Is(Letter) || TakesAll.Any(t => type.Is(t))) return;

        context.ReportDiagnostic(Diagnostic.Create(Misread, parameter.Place(), ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Type, "DeadLetter"), method.Spoken(), type.Spoken()));
    }
}
