using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Rules.Http;

/// <summary>An answer is written after the commit, so a function that writes one says what may not become true.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DirectWriteRule : FunctionBodyRule
{
    private static readonly DiagnosticDescriptor Written = Rule.Warning("ERM408", "Answer written before the commit",
        "'{0}' writes the answer by '{1}', before what it did is recorded, so a caller may read of a success that the commit then refuses; return what is to be answered");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Written];

    protected override void Check(IMethodSymbol method, ImmutableArray<IOperation> body, OperationBlockAnalysisContext context)
    {
        if (!method.GetAttributes().Any(a => a.AttributeClass.Is("Ermine.RestAttribute"))) return;

        foreach (var operation in body)
        {
            if (Writing(operation) is { } written) context.ReportDiagnostic(Diagnostic.Create(Written, operation.Syntax.GetLocation(), method.Spoken(), written));
        }
    }

    private static string? Writing(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "Body" or "BodyWriter", ContainingType: var type } property } when type.Is(Names.HttpResponse) => property.Name,
        IInvocationOperation { TargetMethod: { Name: "WriteAsync" or "WriteAsJsonAsync" or "SendFileAsync" or "StartAsync" or "CompleteAsync" or "Redirect" } called } invocation when IsOfResponse(invocation) => called.Name,
        _ => null,
    };

    private static bool IsOfResponse(IInvocationOperation invocation) => invocation.Instance is { Type: { } own } ? own.Is(Names.HttpResponse)
        : invocation is { TargetMethod.IsExtensionMethod: true, Arguments: [{ Value.Type: { } first }, ..] } && first.Is(Names.HttpResponse);
}
