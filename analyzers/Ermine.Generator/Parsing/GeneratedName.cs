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
        return IsTaken(type, name) ? $"{name}_{string.Join("_", Parts(type).Select(p => p.Name.Length))}" : name;
    }

    /// <summary>The name of the class in metadata, <c>Shop.Outer+Inner`1</c>: no two classes of an assembly share it.</summary>
    public static string InMetadata(INamedTypeSymbol type)
    {
        var name = type is { ContainingType: null, Arity: 0 } ? type.Name : Joined(type, "+", "`");
        return type.ContainingNamespace.IsGlobalNamespace ? name : $"{TypeText.Name(type.ContainingNamespace).Replace("@", "")}.{name}";
    }

    /// <summary>The name of a class's file. The compiler overlooks case in it, so names that may differ by nothing else say where their capitals stand.</summary>
    /// <param name="inMetadata">The name of the class in metadata.</param>
    /// <param name="twins">Names in the assembly that differ from another only by case, in lower case.</param>
    public static string HintOf(string inMetadata, IEnumerable<string> twins)
    {
        var parts = inMetadata.Split('.', '+', '`');
        return twins.Any(twin => parts.Contains(twin, StringComparer.OrdinalIgnoreCase)) ? $"{inMetadata}-{string.Join("-", Capitals(inMetadata))}.g.cs" : $"{inMetadata}.g.cs";
    }

    /// <summary>The names among these that differ from another only by case, in lower case and in order.</summary>
    public static IEnumerable<string> Twins(IEnumerable<string> names)
    {
        var twins = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (!seen.TryGetValue(name, out var other)) seen.Add(name, name);
            else if (other != name) twins.Add(name.ToLowerInvariant());
        }

        return twins;
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
