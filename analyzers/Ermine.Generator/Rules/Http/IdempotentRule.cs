using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Http;

/// <summary>To read is idempotent by itself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class IdempotentRule : FunctionRule
{
    private static readonly DiagnosticDescriptor OnRead = Rule.Warning("ERM420", "[Idempotent] on a function that reads",
        "'{0}' answers '{1}' and is [Idempotent], so a caller who repeats a key reads what was there up to a day ago, and each read is written to the database; take [Idempotent] off");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [OnRead];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute("Ermine.IdempotentAttribute") is not { } idempotent) return;

        var read = method.GetAttributes().Where(a => a.AttributeClass.Is("Ermine.RestAttribute")).Select(a => a.FirstText()?.Trim()).FirstOrDefault(IsRead);
        if (read is not null) context.ReportDiagnostic(Diagnostic.Create(OnRead, idempotent.Location(method, context.CancellationToken), method.Spoken(), read));
    }

    private static bool IsRead(string? route) => route is not null && (route.StartsWith("GET ", StringComparison.OrdinalIgnoreCase) || route.StartsWith("HEAD ", StringComparison.OrdinalIgnoreCase));
}
