using System.Collections.Immutable;
using System.Globalization;
using Ermine.Generator.Parsing;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Queues;

/// <summary>Messages wait for their batch under the lease by which they were claimed, which must be left with time to run in.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BatchWindowRule : FunctionRule
{
    private const string Title = "Batch window that does not fit";

    private static readonly DiagnosticDescriptor TooLong = Rule.Error("ERM107", Title,
        "'{0}' waits up to {1} ms for a batch, which is more than half of its lease of {2} s, so the app refuses to start; set LeaseSeconds to at least {3}, or shorten BatchWindowMilliseconds");

    private static readonly DiagnosticDescriptor NoBatch = Rule.Warning("ERM107", Title,
        "'{0}' takes one message at a time and waits for no others, so BatchWindowMilliseconds has no effect; take an IReadOnlyList<{1}>, or remove it");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [TooLong, NoBatch];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute(QueueIndex.Trigger) is not { } trigger || trigger.Value("BatchWindowMilliseconds") is not int window || window <= 0) return;

        var place = trigger.LocationOf("BatchWindowMilliseconds", context.CancellationToken) ?? trigger.Location(method, context.CancellationToken);
        if (trigger.Value("LeaseSeconds") is int lease && window > 500L * lease)
        {
            var enough = ((window + 499) / 500).ToString(CultureInfo.InvariantCulture);
            context.ReportDiagnostic(Diagnostic.Create(TooLong, place, Property(FixProperties.Value, enough), method.Spoken(), window, lease, enough));
        }
        else if (QueueIndex.PayloadOf(method) is { Type: not IErrorTypeSymbol } payload && !QueueIndex.IsBatch(payload.Parameter))
        {
            context.ReportDiagnostic(Diagnostic.Create(NoBatch, place, Property(FixProperties.Name, "BatchWindowMilliseconds"), method.Spoken(), payload.Type.Spoken()));
        }
    }

    private static ImmutableDictionary<string, string?> Property(string key, string value) => ImmutableDictionary<string, string?>.Empty.Add(key, value);
}
