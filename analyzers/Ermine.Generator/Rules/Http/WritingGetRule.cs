using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Rules.Http;

/// <summary>What is read leaves nothing behind.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class WritingGetRule : FunctionBodyRule
{
    private const string Title = "Reading endpoint that writes";

    private static readonly DiagnosticDescriptor Writes = Rule.Warning("ERM425", Title,
        "'{0}' answers '{1}' and writes to {2}; browsers fetch such addresses ahead, crawlers follow them, and caches and retries repeat or skip them, so the write happens too often or not at all; answer POST, PUT, PATCH or DELETE instead");

    private static readonly DiagnosticDescriptor MayWrite = Rule.Warning("ERM425", Title,
        "'{0}' answers '{1}' and takes an IDocumentSession, by which it and whatever it calls may write; take an IQuerySession, which cannot");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Writes, MayWrite];

    protected override void Check(IMethodSymbol method, ImmutableArray<IOperation> body, OperationBlockAnalysisContext context)
    {
        if (ReadingRoute.Of(method) is not { } route) return;

        var found = false;
        foreach (var call in body.OfType<IInvocationOperation>())
        {
            if (WritingCall.Of(call) is not { } target) continue;

            found = true;
            context.ReportDiagnostic(Diagnostic.Create(Writes, call.Syntax.GetLocation(), method.Spoken(), route, target));
        }

        if (found || body.Any(operation => operation is IInvalidOperation)) return; // half typed: the write may be what is typed

        foreach (var session in method.Parameters.Where(p => p.Type.Is(WritingCall.Session)))
            context.ReportDiagnostic(Diagnostic.Create(MayWrite, session.Place(), method.Spoken(), route));
    }
}
