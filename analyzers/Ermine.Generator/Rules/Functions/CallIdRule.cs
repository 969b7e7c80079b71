using System.Collections.Immutable;
using Ermine.Kernel;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Rules.Functions;

/// <summary>A function that code calls by its id is one that there is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CallIdRule : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Unknown = Rule.Warning("ERM018", "Call of a function that is not there",
        "{0} is given the id '{1}', {2}, so the call throws when it is made; {3}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unknown];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (FunctionIndex.Of(start.Compilation) is { } index) start.RegisterOperationAction(c => Check(c, index), OperationKind.Invocation);
        });
    }

    private static void Check(OperationAnalysisContext context, FunctionIndex index)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!TakesId(call.TargetMethod) || call.Arguments.FirstOrDefault(a => IsId(a.Parameter)) is not { Value: { ConstantValue: { HasValue: true, Value: string id } } value }) return;

        var ids = CallableIds.Of(index);
        if (ids.Has(id)) return;

        var other = ids.NotOnDemand(id);
        var meant = other is null ? NearestName.Of(id, ids.OnDemand) : null;
        if (other is null && meant is null && !IsApp(context.Compilation)) return; // the app above a library may have it

        var (why, advice) = (other, meant) switch
        {
            ({ } function, _) => ($"and '{function}' has other triggers and is not on demand", $"add [OnDemand] to '{function}'"),
            (_, { } near) => ("which no function on demand here or in a referenced project has", $"did you mean '{near}'?"),
            _ => ("which no function on demand here or in a referenced project has", "call through the generated client, which breaks the build when the function goes"),
        };
        context.ReportDiagnostic(Diagnostic.Create(Unknown, value.Syntax.GetLocation(),
            meant is null ? null : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Value, meant), call.TargetMethod.Name, id, why, advice));
    }

    private static bool TakesId(IMethodSymbol method) =>
        method.ContainingType is { Name: "IFunctions" or "IRuns", ContainingNamespace: { Name: "Functions", ContainingNamespace: { Name: "Ermine", ContainingNamespace.IsGlobalNamespace: true } } };

    private static bool IsId(IParameterSymbol? parameter) => parameter is { Name: "id" or "function", Type.SpecialType: SpecialType.System_String };

    private static bool IsApp(Compilation compilation) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;
}
