using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Rules.Queues;

/// <summary>A send is durable when its task completes, and within a function with the function's own commit: neither may be left behind.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LooseSendRule : DiagnosticAnalyzer
{
    private const string Title = "Send that may be lost";

    private static readonly DiagnosticDescriptor Unwaited = Rule.Warning("ERM115", Title,
        "Nothing waits for this send, so nobody learns whether '{0}' was sent, and it may not be: it is durable when its task completes; await it");

    private static readonly DiagnosticDescriptor Late = Rule.Warning("ERM115", Title,
        "'{0}' is sent with the commit of '{1}', but what is saved before is durable at once, so that a run which fails after that has saved and not sent; store through the function's own IDocumentSession, which needs no {2}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unwaited, Late];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Check, OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (QueueSend.Of(call) is not { } send) return;

        var place = call.Syntax.GetLocation();
        if (IsDropped(call)) context.ReportDiagnostic(Diagnostic.Create(Unwaited, place, ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Name, "await"), send.Payload.Spoken()));
        if (context.ContainingSymbol is IMethodSymbol method && ClassParser.IsFunction(method) && SaveBefore(call) is { } save)
            context.ReportDiagnostic(Diagnostic.Create(Late, place, send.Payload.Spoken(), method.Spoken(), save.TargetMethod.Name));
    }

    private static bool IsDropped(IOperation call) => call.Parent is IExpressionStatementOperation
        or IConditionalAccessOperation { Parent: IExpressionStatementOperation }
        or ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation };

    private static IInvocationOperation? SaveBefore(IOperation call)
    {
        var root = call;
        while (root.Parent is { } parent) root = parent;
        return root.Descendants().OfType<IInvocationOperation>()
            .FirstOrDefault(c => c.Syntax.Span.End <= call.Syntax.SpanStart && c.TargetMethod is { Name: "SaveChangesAsync" or "SaveChanges", ContainingType: { } type } && type.Implements("Marten.IDocumentSession"));
    }
}
