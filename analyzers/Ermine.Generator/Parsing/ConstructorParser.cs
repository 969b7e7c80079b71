using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Reads the one constructor through which instances of a function class are made.</summary>
internal static class ConstructorParser
{
    /// <summary>The constructor; null where there is none or more than one that generated code can call.</summary>
    public static IMethodSymbol? Find(INamedTypeSymbol type)
    {
        var reachable = type.InstanceConstructors
            .Where(c => c.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal && !IsCopy(c) && !IsDefaultOfStruct(c)).ToArray();
        return reachable.Length == 1 ? reachable[0] : null;
    }

    public static EquatableArray<ParameterModel> Parameters(INamedTypeSymbol type) => new ConstructorBinder().Bind(Find(type)!, []).ToEquatableArray();

    /// <summary>What of the constructor nothing can fill.</summary>
    public static IEnumerable<Fault> Faults(IMethodSymbol method)
    {
        if (method.IsStatic || Find(method.ContainingType) is not { } constructor) return [];

        var faults = new List<Fault>();
        new ConstructorBinder().Bind(constructor, faults);
        return faults.Select(f => f with { Place = method }); // said of each function, where its own rules are
    }

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    // A struct has it beside what its author has written.
    private static bool IsDefaultOfStruct(IMethodSymbol constructor) =>
        constructor is { IsImplicitlyDeclared: true, ContainingType: { IsValueType: true, InstanceConstructors.Length: > 1 } };
}
