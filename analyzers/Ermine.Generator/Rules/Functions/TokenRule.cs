using System.Collections.Immutable;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Functions;

/// <summary>A function that waits can be told to stop.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TokenRule : FunctionBodyRule
{
    private static readonly DiagnosticDescriptor NoToken = Rule.Advice("ERM016", "Function that cannot be cancelled",
        "'{0}' awaits '{1}', which takes a CancellationToken, and has none to give it, so that neither its timeout nor a stop ends the wait; take a CancellationToken as the last parameter, and pass it on");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NoToken];

    protected override void Check(IMethodSymbol method, ImmutableArray<IOperation> body, OperationBlockAnalysisContext context)
    {
        if (method.Parameters.Any(p => UncancelledCall.IsToken(p) || p.Type is IErrorTypeSymbol)) return;

        var calls = body.Where(o => !o.Syntax.ContainsDiagnostics && Inner(o)?.Parameters.Any(UncancelledCall.IsToken) != true).Select(UncancelledCall.Of).OfType<UncancelledCall>().ToList();
        if (calls.Count == 0) return;

        var reached = calls.FindAll(c => !IsClosed(c.Call.Syntax));
        var hints = Signature.IsFree(method) && !method.Parameters.Any(p => p.IsParams)
            ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Token, string.Join(",", reached.Select(c => c.Argument)))
            : null;
        context.ReportDiagnostic(Diagnostic.Create(NoToken, method.Place(), reached.Select(c => c.Call.Syntax.GetLocation()), hints, method.Spoken(), calls[0].Call.TargetMethod.Name));
    }

    // A static lambda or local function sees no parameter of the function.
    private static bool IsClosed(SyntaxNode call) => call.Ancestors().Any(a => a is AnonymousFunctionExpressionSyntax lambda && lambda.Modifiers.Any(SyntaxKind.StaticKeyword)
        || a is LocalFunctionStatementSyntax local && local.Modifiers.Any(SyntaxKind.StaticKeyword));
}
