using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Queues;

/// <summary>A place in a payload, and what stands there.</summary>
/// <param name="First">The payload type's own member that leads there.</param>
/// <param name="Path">The way there, as in <c>Vote.Proof.Body</c>.</param>
/// <param name="Type">What is there: elements of collections and values of dictionaries are looked into, but not an array of bytes.</param>
/// <param name="IsOwn">Whether it is the type of the member itself.</param>
internal sealed record PayloadMember(ISymbol First, string Path, ITypeSymbol Type, bool IsOwn)
{
    // Types may hold ever larger ones of their kind, as Node<T> a Node<Node<T>>, and lists of themselves.
    private const int Deepest = 8;

    /// <summary>Every value that travels in the payload, each type that has members once, and eight levels down.</summary>
    public static IEnumerable<PayloadMember> Of(ITypeSymbol payload)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        return JsonMembers.AreFollowed(payload) && seen.Add(payload) ? JsonMembers.Of(payload).SelectMany(m => Within(m, m, payload.Name, seen, 1)) : [];
    }

    public static bool IsBytes(ITypeSymbol type) => type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte }
        || (type is INamedTypeSymbol { Name: "Memory" or "ReadOnlyMemory", TypeArguments: [{ SpecialType: SpecialType.System_Byte }], ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });

    private static IEnumerable<PayloadMember> Within(ISymbol member, ISymbol first, string path, HashSet<ITypeSymbol> seen, int depth)
    {
        path = $"{path}.{member.Name}";
        var type = Value(JsonMembers.TypeOf(member), 0);
        if (!JsonMembers.AreFollowed(type)) return [new PayloadMember(first, path, type, ReferenceEquals(member, first))];
        return depth < Deepest && seen.Add(type) ? JsonMembers.Of(type).SelectMany(m => Within(m, first, path, seen, depth + 1)) : [];
    }

    private static ITypeSymbol Value(ITypeSymbol type, int depth)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) return Value(nullable.TypeArguments[0], depth);
        if (depth == Deepest || IsBytes(type) || JsonMembers.HasConverter(type)) return type;
        var inner = JsonTypes.Dictionary(type)?.TypeArguments[1] ?? JsonTypes.Element(type);
        return inner is null ? type : Value(inner, depth + 1);
    }
}
