using Ermine.Generator.Parsing;
using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Http;

/// <summary>All members that JSON reaches from a type: its own, and those of the types, collections and dictionaries within it.</summary>
internal static class ReachedMembers
{
    // Types may hold ever larger ones of their kind, as Node<T> a Node<Node<T>>.
    private const int Most = 200;

    public static IEnumerable<ReachedMember> Of(ITypeSymbol type) => Of(type, null, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));

    /// <summary>What a function answers, out of its tasks, its asynchronous sequences and the results of ASP.NET Core.</summary>
    public static IEnumerable<ITypeSymbol> Answered(ITypeSymbol type) => type is INamedTypeSymbol { IsGenericType: true } named && IsWrapping(named)
        ? named.TypeArguments.SelectMany(Answered)
        : [type];

    private static bool IsWrapping(INamedTypeSymbol type) => type.OriginalDefinition.Is("System.Threading.Tasks.Task`1") || type.OriginalDefinition.Is("System.Threading.Tasks.ValueTask`1")
        || type.OriginalDefinition.Is("System.Collections.Generic.IAsyncEnumerable`1")
        || $"{type.ContainingNamespace}".StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal);

    private static IEnumerable<ReachedMember> Of(ITypeSymbol type, string? path, HashSet<ITypeSymbol> seen)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
        if (seen.Count == Most || !seen.Add(type)) yield break;

        var inner = JsonTypes.Dictionary(type)?.TypeArguments[1] ?? JsonTypes.Element(type);
        if (inner is not null)
        {
            foreach (var member in Of(inner, path, seen)) yield return member;
            yield break;
        }

        foreach (var kind in JsonTypes.Kinds(type).SelectMany(kind => Of(kind, path, seen))) yield return kind;
        if (!JsonMembers.AreFollowed(type)) yield break;

        foreach (var member in JsonMembers.Of(type))
        {
            var here = $"{path ?? type.Name}.{member.Name}";
            yield return new ReachedMember(member, here);
            foreach (var further in Of(JsonMembers.TypeOf(member), here, seen)) yield return further;
        }
    }
}
