using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Rules.Events;

/// <summary>An event that is published is for somebody. Only an executable is a whole app.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PublishRule : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Unheard = Rule.Advice("ERM312", "Event that no function runs for",
        "{0} is published here, and no function of this app or of a referenced project has a rule that matches it, so nothing runs; write a function with an [EventRule]");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unheard];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (FunctionIndex.Of(start.Compilation) is not { } functions) return;
            if (start.Compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication)) return;

            start.RegisterOperationAction(c =>
            {
                var call = (IInvocationOperation)c.Operation;
                if (call.TargetMethod is not { Name: "PublishAsync" or "PublishManyAsync", TypeArguments: [var type] } || !call.TargetMethod.ContainingType.Is("Ermine.Events.IEventBus")) return;
                if (type.Attribute(EventIndex.Contract) is null || call.Arguments.Any(a => a.Parameter?.Name == "options" && a.ArgumentKind != ArgumentKind.DefaultValue)) return; // a bus may be among the options

                var index = EventIndex.Of(functions);
                if (!index.IsOpen && !index.Subscribers(type).Any()) c.ReportDiagnostic(Diagnostic.Create(Unheard, call.Syntax.GetLocation(), type.Spoken()));
            }, OperationKind.Invocation);
        });
    }
}
