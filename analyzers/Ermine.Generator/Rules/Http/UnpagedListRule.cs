using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Rules.Http;

/// <summary>A list that is answered has an end, however much there is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnpagedListRule : FunctionBodyRule
{
    private static readonly DiagnosticDescriptor Endless = Rule.Warning("ERM428", "List without pages",
        "'{0}' answers '{1}' with every '{2}' that its query finds, so its answer, its time and its memory grow with the table; answer in pages, by [Paged] and a PageRequest, or bound the query with Take");

    private static readonly HashSet<string> Listing = new(StringComparer.Ordinal) { "ToListAsync", "ToList", "ToArrayAsync", "ToArray" };
    private static readonly HashSet<string> Bounding = new(StringComparer.Ordinal) { "Take", "TakeLast", "Chunk", "GroupBy" };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Endless];

    protected override void Check(IMethodSymbol method, ImmutableArray<IOperation> body, OperationBlockAnalysisContext context)
    {
        if (ReadingRoute.Of(method) is not { } route || IsPaged(method) || !ReachedMembers.Answered(method.ReturnType).Any(type => JsonTypes.Element(type) is not null)) return;

        foreach (var query in body.OfType<IInvocationOperation>().Where(IsQuery))
        {
            var chain = ChainOf(query).ToList();
            if (chain.Count == 0 || !Listing.Contains(chain[chain.Count - 1].TargetMethod.Name) || chain.Exists(call => IsBounding(call.TargetMethod.Name))) continue;

            context.ReportDiagnostic(Diagnostic.Create(Endless, query.Syntax.GetLocation(), method.Spoken(), route, query.TargetMethod.TypeArguments[0].Spoken()));
        }
    }

    private static bool IsPaged(IMethodSymbol method) =>
        MetadataParser.Of(method).Any(a => a.AttributeClass.Is("Ermine.PagedAttribute")) || method.Parameters.Any(p => p.Type.Name == "PageRequest");

    private static bool IsQuery(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "Query", TypeArguments.Length: 1, Parameters.Length: 0 }, Instance.Type: { } type } && type.Implements("Marten.IQuerySession");

    private static bool IsBounding(string name) => Bounding.Contains(name) || name.Contains("Page");

    // The calls that follow on a query, as they are written: each is made on what the one before it gives.
    private static IEnumerable<IInvocationOperation> ChainOf(IOperation call)
    {
        for (var around = call.Parent; around is IInvocationOperation or IArgumentOperation or IConversionOperation; around = around.Parent)
        {
            if (around is IArgumentOperation { Parameter.Ordinal: not 0 }) yield break;
            if (around is IInvocationOperation next) yield return next;
        }
    }
}
