using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Names of generated classes and files: the user's own, told apart where they would meet.</summary>
internal static class GeneratedName
{
    /// <summary>The class's name with those of the classes around it, <c>Outer_Inner</c>; not that of another class.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        if (type is { ContainingType: null, Arity: 0 }) return type.Name == "AddTo" ? "AddTo_" : type.Name; // the generated class has a method of that name

        var name = Joined(type, "_", "_");
        return IsTaken(type, name) || type.ContainingNamespace.GetMembers(name).Any() ? $"{name}_{string.Join("_", Parts(type).Select(p => p.Name.Length))}" : name;
    }

    /// <summary>The name of the class's file: that of the class in metadata. The compiler overlooks case in it, so names that may differ by
    /// nothing else say where their capitals stand.</summary>
    public static string HintOf(INamedTypeSymbol type)
    {
        var name = type is { ContainingType: null, Arity: 0 } ? type.Name : Joined(type, "+", "`");
        if (!type.ContainingNamespace.IsGlobalNamespace) name = $"{TypeText.Name(type.ContainingNamespace).Replace("@", "")}.{name}";
        return TwinNames.Of(type.ContainingAssembly) is { Count: > 0 } twins && name.Split('.', '+', '`').Any(twins.Contains) ? $"{name}-{string.Join("-", Capitals(name))}.g.cs" : $"{name}.g.cs";
    }

    /// <summary>Whether the type is the one of its name that gets a file; half-typed code may declare a class and a record of one name.</summary>
    public static bool IsFirst(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            var namesakes = ((INamespaceOrTypeSymbol)t.ContainingSymbol).GetTypeMembers(t.Name, t.Arity);
            if (namesakes.Length > 1 && !SymbolEqualityComparer.Default.Equals(namesakes[0], t)) return false;
        }

        return true;
    }

    private static string Joined(INamedTypeSymbol type, string separator, string arity) =>
        string.Join(separator, Parts(type).Select(p => p.Arity == 0 ? p.Name : $"{p.Name}{arity}{p.Arity}"));

    private static IEnumerable<INamedTypeSymbol> Parts(INamedTypeSymbol type) => type.ContainingType is { } outer ? Parts(outer).Append(type) : [type];

    private static bool IsTaken(INamedTypeSymbol type, string name) => type.ContainingNamespace.GetTypeMembers()
        .Where(t => name.StartsWith(t.Name, StringComparison.Ordinal)).SelectMany(Within)
        .Any(t => !SymbolEqualityComparer.Default.Equals(t, type) && Joined(t, "_", "_") == name);

    private static IEnumerable<INamedTypeSymbol> Within(INamedTypeSymbol type) => type.GetTypeMembers().SelectMany(Within).Prepend(type);

    private static IEnumerable<int> Capitals(string name) => Enumerable.Range(0, name.Length).Where(i => char.IsUpper(name[i]));
}
