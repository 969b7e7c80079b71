using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Queues;

/// <summary>A queue of an app has somebody who sends and somebody who reads. Only an executable is a whole app.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OneEndRule : FunctionRule
{
    private const string Title = "Queue with one end only";

    private static readonly DiagnosticDescriptor Unread = Rule.Warning("ERM113", Title,
        "'{0}' sends to the queue '{1}', which no function of this app or of a referenced project reads, so its messages wait for ever; write a function that takes '{2}'");

    private static readonly DiagnosticDescriptor Unsent = Rule.Advice("ERM113", Title,
        "'{0}' reads the queue '{1}', to which nothing in this app sends, so it runs only if another app does; send through an IQueue<{2}>");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unread, Unsent];

    protected override void Check(INamedTypeSymbol type, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (!IsApp(context.Compilation)) return;

        var functions = type.GetMembers().OfType<IMethodSymbol>().Where(ClassParser.IsFunction).ToList();
        if (functions.Count == 0) return;

        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parameter in (ConstructorParser.Find(type)?.Parameters ?? []).Concat(functions.SelectMany(f => f.Parameters)))
        {
            if (QueueSend.PayloadOf(parameter.Type) is not { } payload || QueueIndex.ContractOf(payload) is not { } queue) continue;
            if (QueueIndex.Of(index).IsRead(queue) || !told.Add(queue)) continue;

            context.ReportDiagnostic(Diagnostic.Create(Unread, parameter.Place(), type.Name, queue, payload.Spoken()));
        }
    }

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (!IsApp(context.Compilation) || QueueIndex.ReaderOf(method) is not { } reader) return;
        if (!reader.Payload.Locations.Any(l => l.IsInSource) || QueueIndex.ContractOf(reader.Payload) != reader.Queue) return; // who else has the type may send it
        if (QueueIndex.Of(index).MayBeSent(reader.Payload)) return;

        context.ReportDiagnostic(Diagnostic.Create(Unsent, method.Place(), method.Spoken(), reader.Queue, reader.Payload.Spoken()));
    }

    private static bool IsApp(Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;
}
