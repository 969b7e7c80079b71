using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Generator.Rules.Queues;
using Ermine.Kernel;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Http;

/// <summary>A limit is text, so nothing but this holds it to its grammar before the app starts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RateLimitRule : FunctionRule
{
    private const string Limit = "Ermine.RateLimitAttribute";

    private static readonly DiagnosticDescriptor NoRate = Rule.Error("ERM421", "Limit that is no rate",
        "'{0}' has the limit \"{1}\", which is no rate, so the app refuses to start; {2}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NoRate];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context) => Check(method.Attribute(Limit), method, method.Spoken(), context);

    protected override void Check(INamedTypeSymbol type, FunctionIndex index, SymbolAnalysisContext context) => Check(type.Attribute(Limit), type, type.Name, context);

    private static void Check(AttributeData? limit, ISymbol bearer, string name, SymbolAnalysisContext context)
    {
        if (limit?.FirstText() is not { } text || RateText.PerSecond(text) is not null) return;

        var meant = MeantRate.Of(text);
        context.ReportDiagnostic(Diagnostic.Create(NoRate,
            limit.LocationOfFirst(context.CancellationToken) ?? limit.Location(bearer, context.CancellationToken),
            meant is null ? null : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Value, meant),
            name, text,
            meant is null ? "write a number, a slash, and s, m, h or d, such as 100/m; at most a million per second" : $"did you mean \"{meant}\"?"));
    }
}
