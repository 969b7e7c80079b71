using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Http;

/// <summary>A request is answered by one function.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AmbiguousRouteRule : FunctionRule
{
    public static readonly DiagnosticDescriptor Ambiguous = Rule.Error("ERM403", "Two functions answer one route",
        "'{0}' answers '{1}' and '{2}' answers '{3}', which match the same requests, so each of those would fail with 500; change one of the routes, or tell their parameters apart by constraints");

    private static readonly DiagnosticDescriptor Overlap = Rule.Error("ERM423", "Two functions answer one route in one version",
        "'{0}' answers '{1}' and '{2}' answers '{3}', both in version {4} of the API, so each of its requests would fail with 500; take the version off one of them");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Ambiguous, Overlap];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        foreach (var route in RouteIndex.RoutesOf(method))
        {
            if (RouteIndex.Of(index).Routes[route.Shape].FirstOrDefault(r => !IsSame(r, route) && r.Collides(route)) is not { } other) continue;

            var shared = route.Shared(other);
            context.ReportDiagnostic(Diagnostic.Create(shared is null ? Ambiguous : Overlap,
                route.Attribute.LocationOfFirst(context.CancellationToken) ?? method.Place(), IsHere(other, method) ? [other.Method.Place()] : [],
                method.Spoken(), route.Text, other.Method.Spoken(), other.Text, shared));
        }
    }

    private static bool IsHere(Route other, IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(other.Method.ContainingAssembly, method.ContainingAssembly);

    private static bool IsSame(Route one, Route other) => one.Attribute.ApplicationSyntaxReference is { } a && other.Attribute.ApplicationSyntaxReference is { } b
        && a.SyntaxTree == b.SyntaxTree && a.Span == b.Span;
}
