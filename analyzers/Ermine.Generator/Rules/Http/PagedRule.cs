using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Http;

/// <summary>Pages need both ends: the caller's wish, and a page as the answer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PagedRule : FunctionRule
{
    private static readonly DiagnosticDescriptor NoPages = Rule.Warning("ERM418", "[Paged] on a function without pages",
        "'{0}' is [Paged] and {1}, so callers {2}; {3}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NoPages];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute("Ermine.PagedAttribute") is not { } paged) return;

        if (!method.Parameters.Any(p => p.Type.Is("Ermine.Http.Paging.PageRequest")))
            Report("takes no PageRequest", "cannot ask for a page: cursor and size are not read", "add a parameter PageRequest page");
        else if (!Answers(method.ReturnType))
            Report("returns no Page<T>", "are not told where the next page begins", "return a Page<T>, as ToPageAsync makes it");

        void Report(string lacks, string effect, string remedy) =>
            context.ReportDiagnostic(Diagnostic.Create(NoPages, paged.Location(method, context.CancellationToken), method.Spoken(), lacks, effect, remedy));
    }

    // Itself, or within Task, Ok, Results and the like. What an IResult holds is not known, nor what is half typed.
    private static bool Answers(ITypeSymbol type) => type.TypeKind == TypeKind.Error || type.Is("Ermine.Http.Paging.Page`1") || type.Is("Microsoft.AspNetCore.Http.IResult")
        || (type is INamedTypeSymbol { IsGenericType: true } generic && generic.TypeArguments.Any(Answers));
}
