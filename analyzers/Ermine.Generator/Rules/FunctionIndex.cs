using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules;

/// <summary>The functions of a compilation, found when a rule first asks, so that rules across functions show while one types.</summary>
internal sealed class FunctionIndex
{
    // Keyed weakly: an index lives as long as its compilation, and all rules share it.
    private static readonly ConditionalWeakTable<Compilation, FunctionIndex> Indexes = new();

    private readonly Compilation _compilation;
    private readonly Lazy<ImmutableArray<IMethodSymbol>> _functions;

    private FunctionIndex(Compilation compilation)
    {
        _compilation = compilation;
        // No cancellation token: a lazy value keeps the exception that it was cancelled with.
        _functions = new(() => [.. TypesWith("Function").SelectMany(t => t.GetMembers().OfType<IMethodSymbol>().Where(ClassParser.IsFunction))]);
    }

    /// <summary>The functions in source, in the order of their types' names.</summary>
    public ImmutableArray<IMethodSymbol> Functions => _functions.Value;

    /// <summary>The files of the compilation.</summary>
    public IEnumerable<SyntaxTree> Files => _compilation.SyntaxTrees;

    /// <summary>The types of referenced assemblies that know Ermine.</summary>
    public IEnumerable<INamedTypeSymbol> ReferencedTypes =>
        _compilation.SourceModule.ReferencedAssemblySymbols.Where(KnowsErmine).SelectMany(a => TypesOf(a.GlobalNamespace));

    /// <summary>The compilation's index; null where the compilation does not know Ermine.</summary>
    public static FunctionIndex? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName(Names.Function) is null ? null : Indexes.GetValue(compilation, c => new FunctionIndex(c));

    public static bool KnowsErmine(IAssemblySymbol assembly) => assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == "Ermine"));

    /// <summary>The types in source that may bear an attribute of this name, on themselves or on their methods.</summary>
    public IEnumerable<INamedTypeSymbol> TypesWith(string attribute) =>
        AttributedTypes.Of(_compilation, attribute).Select(_compilation.Assembly.GetTypeByMetadataName).OfType<INamedTypeSymbol>();

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol space)
    {
        foreach (var member in space.GetMembers())
        {
            if (member is INamedTypeSymbol type) yield return type;
            if (member is not INamespaceOrTypeSymbol inner) continue;
            foreach (var nested in TypesOf(inner)) yield return nested;
        }
    }
}
