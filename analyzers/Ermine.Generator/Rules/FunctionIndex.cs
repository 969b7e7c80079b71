using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.Generator.Rules;

/// <summary>The functions and the attributed types of a compilation, found when a rule first asks, so that rules across functions show while one types.</summary>
internal sealed class FunctionIndex
{
    // Keyed weakly: an index lives as long as its compilation, and all rules share it.
    private static readonly ConditionalWeakTable<Compilation, FunctionIndex> Indexes = new();

    private readonly Lazy<ImmutableArray<IMethodSymbol>> _functions;
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _types;

    private FunctionIndex(Compilation compilation)
    {
        Compilation = compilation;
        // No cancellation token: a lazy value keeps the exception it was cancelled with.
        _types = new(() => [.. TypesOf(compilation.Assembly.GlobalNamespace)]);
        _functions = new(() => [.. _types.Value.SelectMany(FunctionsOf)]);
    }

    public Compilation Compilation { get; }

    /// <summary>The functions in source, in the order of their types' names.</summary>
    public ImmutableArray<IMethodSymbol> Functions => _functions.Value;

    /// <summary>The types in source that bear an attribute.</summary>
    public IEnumerable<INamedTypeSymbol> AttributedTypes => _types.Value.Where(HasAttributes);

    /// <summary>The types of referenced assemblies that know Ermine.</summary>
    public IEnumerable<INamedTypeSymbol> ReferencedTypes =>
        Compilation.SourceModule.ReferencedAssemblySymbols.Where(KnowsErmine).SelectMany(a => TypesOf(a.GlobalNamespace));

    /// <summary>The compilation's index; null where the compilation does not know Ermine.</summary>
    public static FunctionIndex? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName(Names.Function) is null ? null : Indexes.GetValue(compilation, c => new FunctionIndex(c));

    public static bool KnowsErmine(IAssemblySymbol assembly) => assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == "Ermine"));

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol space)
    {
        foreach (var member in space.GetMembers())
        {
            if (member is INamedTypeSymbol type) yield return type;
            if (member is not INamespaceOrTypeSymbol inner) continue;
            foreach (var nested in TypesOf(inner)) yield return nested;
        }
    }

    private static IEnumerable<IMethodSymbol> FunctionsOf(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Where(m => HasAttributes(m) && ClassParser.IsFunction(m));

    // Syntax first: binding the attributes of every symbol would cost more than all rules together.
    private static bool HasAttributes(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(
        r => r.GetSyntax() is MemberDeclarationSyntax { AttributeLists.Count: > 0 });
}
