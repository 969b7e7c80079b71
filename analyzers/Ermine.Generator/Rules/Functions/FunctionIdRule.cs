using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Functions;

/// <summary>An id names one function: work is recorded under it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FunctionIdRule : FunctionRule
{
    private static readonly DiagnosticDescriptor Twice = Rule.Error("ERM005", "Two functions of one id",
        "'{0}' and '{1}' both have the id '{2}', under which their work is recorded, so the app refuses to start; give one of them another with [Function(Id = \"...\")]");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Twice];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        var ids = IdIndex.Of(index).Ids;
        var id = IdIndex.IdOf(method);
        if (ids[id].FirstOrDefault(m => !SymbolEqualityComparer.Default.Equals(m, method)) is not { } other) return;

        var function = method.Attribute(Names.Function);
        var place = function?.LocationOf("Id", context.CancellationToken) ?? function?.Location(method, context.CancellationToken) ?? method.Place();
        context.ReportDiagnostic(Diagnostic.Create(Twice, place, [other.Place()],
            ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Value, Suggestion(method, other, id, ids)),
            Named(method, other), Named(other, method), id));
    }

    // Classes of one name are told apart by their namespaces.
    private static string Named(IMethodSymbol method, IMethodSymbol other) =>
        method.Spoken() == other.Spoken() && !SymbolEqualityComparer.Default.Equals(method.ContainingType, other.ContainingType)
            ? $"{method.ContainingType.ToDisplayString()}.{method.Name}"
            : method.Spoken();

    private static string Suggestion(IMethodSymbol method, IMethodSymbol other, string id, ILookup<string, IMethodSymbol> ids)
    {
        var space = method.ContainingNamespace;
        var isApart = !SymbolEqualityComparer.Default.Equals(space, other.ContainingNamespace) && space is { IsGlobalNamespace: false };
        var suggestion = isApart ? $"{FunctionId.Kebab(space!.Name)}.{id}" : id;
        for (var n = 2; ids.Contains(suggestion); n++) suggestion = $"{id}-{n}";
        return suggestion;
    }
}
