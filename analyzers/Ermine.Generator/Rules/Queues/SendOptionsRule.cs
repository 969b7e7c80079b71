using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Rules.Queues;

/// <summary>What a send asks for must go with its queue; the runtime refuses it only when it is sent.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SendOptionsRule : DiagnosticAnalyzer
{
    private const string Title = "Send that its queue refuses";

    private static readonly DiagnosticDescriptor Refused = Rule.Error("ERM108", Title, "{0}, so this send throws; {1}");
    private static readonly DiagnosticDescriptor LikelyRefused = Rule.Warning("ERM108", Title, "{0}, so this send throws wherever it states one; {1}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Refused, LikelyRefused];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Check, OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context)
    {
        if (QueueSend.Of((IInvocationOperation)context.Operation) is not { } send) return;

        foreach (var (option, value) in send.Options)
        {
            switch (option)
            {
                case "Delay":
                    CheckDelay(send, value, context);
                    break;
                case "Priority" when send.Contract is not null && send.GroupKey is not null && value.ConstantValue is not { HasValue: true, Value: 0 }:
                    ReportOrdered(send, "a priority", value, isCertain: value.ConstantValue.HasValue, context);
                    break;
                case "GroupKey" when send.Contract is not null && send.GroupKey is null && value.ConstantValue is not { HasValue: true, Value: null }:
                    Report(value, value.ConstantValue.HasValue, $"The queue '{send.Contract.FirstText()}' keeps no order and a message of it has no group",
                        $"set GroupKey on the [Queue] of '{send.Payload.Spoken()}', or send without", context);
                    break;
            }
        }
    }

    private static void CheckDelay(QueueSend send, IOperation value, OperationAnalysisContext context)
    {
        var sign = ConstantSpan.SignOf(value);
        if (sign < 0) Report(value, true, "A delay is from zero to 365 days", "send without Delay to have it handled at once", context);
        else if (sign != 0 && send.GroupKey is not null) ReportOrdered(send, "a delay", value, isCertain: sign is not null, context);
    }

    private static void ReportOrdered(QueueSend send, string asked, IOperation value, bool isCertain, OperationAnalysisContext context) =>
        Report(value, isCertain, $"The queue '{send.Contract?.FirstText()}' keeps the order of its groups, which {asked} would break",
            "send without, or to a queue without GroupKey", context);

    private static void Report(IOperation value, bool isCertain, string reason, string advice, OperationAnalysisContext context) =>
        context.ReportDiagnostic(Diagnostic.Create(isCertain ? Refused : LikelyRefused, (value.Parent?.Syntax ?? value.Syntax).GetLocation(), reason, advice));
}
