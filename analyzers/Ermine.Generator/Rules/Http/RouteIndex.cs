using System.Runtime.CompilerServices;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Http;

/// <summary>The routes of a compilation's functions by their shape.</summary>
internal sealed class RouteIndex
{
    private static readonly ConditionalWeakTable<FunctionIndex, RouteIndex> Indexes = new();

    private readonly Lazy<ILookup<string, Route>> _routes;

    private readonly Lazy<IReadOnlyList<Route>> _referenced;

    private RouteIndex(FunctionIndex index)
    {
        _referenced = new(() => [.. index.ReferencedTypes.SelectMany(t => t.GetMembers().OfType<IMethodSymbol>().Where(ClassParser.IsFunction)).SelectMany(RoutesOf)]);
        _routes = new(() => index.Functions.SelectMany(RoutesOf).Concat(_referenced.Value).ToLookup(r => r.Shape, StringComparer.Ordinal));
    }

    /// <summary>The routes by <see cref="RouteShape"/>, of the compilation and of the assemblies that it references.</summary>
    public ILookup<string, Route> Routes => _routes.Value;

    /// <summary>Those of referenced assemblies alone.</summary>
    public IReadOnlyList<Route> Referenced => _referenced.Value;

    public static RouteIndex Of(FunctionIndex index) => Indexes.GetValue(index, i => new RouteIndex(i));

    public static IEnumerable<Route> RoutesOf(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass.Is("Ermine.RestAttribute") && attribute.FirstText() is { } text && RouteShape.Of(text) is { } shape) yield return new Route(method, attribute, text, shape);
        }
    }
}
