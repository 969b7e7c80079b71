using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Events;

/// <summary>A pattern is text, so nothing but this holds it to its language before the app starts. The app reads it by the same code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PatternRule : FunctionRule
{
    private static readonly DiagnosticDescriptor NoPattern = Rule.Error("ERM301", "Text that is no event pattern",
        "'{0}' has an event pattern that cannot be read, so the app refuses to start: {1}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NoPattern];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        foreach (var rule in DeclaredRule.AllOf(method, context.CancellationToken))
        {
            if (rule.Read().Error is { } error) context.ReportDiagnostic(Diagnostic.Create(NoPattern, rule.Place(error.Offset, error.Length, context.CancellationToken), method.Spoken(), error.Message));
        }
    }
}
