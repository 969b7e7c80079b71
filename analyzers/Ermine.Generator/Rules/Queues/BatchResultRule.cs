using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Queues;

/// <summary>A batch whose effects are outside of the commit is repeated with all of them when one item fails.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BatchResultRule : FunctionRule
{
    private static readonly DiagnosticDescriptor RepeatsAll = Rule.Advice("ERM112", "Batch that is repeated as a whole",
        "'{0}' acts through {1}, outside of its commit, so that one item that fails repeats what was done for all; return a BatchResult that names the items that are not done");

    private static readonly string[] InTheCommit = ["IDocumentSession", "IDocumentOperations"];

    // What has no effects that anybody would mind to see twice.
    private static readonly string[] Harmless = ["TimeProvider", "ILogger", "ILoggerFactory", "IConfiguration", "IHostEnvironment", "IOptions", "IOptionsSnapshot", "IOptionsMonitor", "IQuerySession", "IDocumentStore", "IServiceProvider", "IServiceScopeFactory"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RepeatsAll];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute(QueueIndex.Trigger) is not { } trigger || trigger.Value("BatchSize") is not > 1 || !ReturnsNothing(method)) return;
        if (QueueIndex.PayloadOf(method) is not { Type: not IErrorTypeSymbol } payload || !QueueIndex.IsBatch(payload.Parameter)) return;

        var services = (method.IsStatic ? [] : ConstructorParser.Find(method.ContainingType)?.Parameters ?? []).Concat(method.Parameters)
            .Where(p => IsService(p) && !SymbolEqualityComparer.Default.Equals(p, payload.Parameter)).Select(p => p.Type).ToList();
        if (services.Exists(t => t.Is(QueueSend.Queue) || InTheCommit.Contains(t.Name))) return;
        if (services.Find(t => !Harmless.Contains(t.Name)) is not { } service) return;

        context.ReportDiagnostic(Diagnostic.Create(RepeatsAll, method.Place(), method.Spoken(), service.Spoken()));
    }

    private static bool ReturnsNothing(IMethodSymbol method) =>
        method.ReturnsVoid || method.ReturnType.Is("System.Threading.Tasks.Task") || method.ReturnType.Is("System.Threading.Tasks.ValueTask");

    private static bool IsService(IParameterSymbol parameter) => !parameter.Type.Inherits(Names.Invocation) && (parameter.Type is { TypeKind: TypeKind.Interface } or { TypeKind: TypeKind.Class, IsAbstract: true }
        || (parameter.Type.TypeKind == TypeKind.Class && (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } || parameter.Attribute(Names.FromServices) is not null)));
}
