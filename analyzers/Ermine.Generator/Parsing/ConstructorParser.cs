using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Reads the one constructor through which instances of a function class are made.</summary>
internal static class ConstructorParser
{
    /// <summary>The constructor; null where there is none or more than one that generated code can call.</summary>
    public static IMethodSymbol? Find(INamedTypeSymbol type)
    {
        var reachable = type.InstanceConstructors.Where(c => c.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal && !IsCopy(c)).ToArray();
        return reachable.Length == 1 ? reachable[0] : null;
    }

    public static EquatableArray<ParameterModel> Parameters(INamedTypeSymbol type) => (Find(type)?.Parameters ?? []).Select(ParameterBinder.Service).ToEquatableArray();

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);
}
