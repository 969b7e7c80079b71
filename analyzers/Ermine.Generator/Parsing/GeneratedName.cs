using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Names of generated classes and files: the user's own, told apart where they would meet.</summary>
internal static class GeneratedName
{
    /// <summary>The class's name with those of the classes around it, <c>Outer_Inner</c>; not that of another class.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        var name = type.Name;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType) name = $"{outer.Name}_{name}";
        while (type.ContainingType is not null && type.ContainingNamespace.GetTypeMembers(name).Length > 0) name += "_";
        return name;
    }

    /// <summary>The file's name. The compiler overlooks case in it, so names that differ by nothing else say where their capitals stand.</summary>
    public static string HintOf(INamedTypeSymbol type)
    {
        var name = type.ContainingNamespace.IsGlobalNamespace ? Of(type) : $"{type.ContainingNamespace.ToDisplayString()}.{Of(type)}";
        return HasTwin(type) ? $"{name}-{string.Join("-", Capitals(name))}.g.cs" : $"{name}.g.cs";
    }

    private static bool HasTwin(INamedTypeSymbol type)
    {
        for (ISymbol symbol = type; symbol is { ContainingSymbol: INamespaceOrTypeSymbol around }; symbol = around)
        {
            if (around.GetMembers().Any(m => m is INamespaceOrTypeSymbol && IsTwin(m.Name, symbol.Name))) return true;
        }

        return false;
    }

    private static bool IsTwin(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase) && one != other;

    private static IEnumerable<int> Capitals(string name) => Enumerable.Range(0, name.Length).Where(i => char.IsUpper(name[i]));
}
