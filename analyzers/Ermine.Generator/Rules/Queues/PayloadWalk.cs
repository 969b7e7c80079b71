using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Queues;

/// <summary>Follows the members that System.Text.Json would write, to the first place in each where it would fail or lose the value.</summary>
/// <remarks>What is not certain counts as right: type parameters, types with a converter, and how foreign libraries build their types.</remarks>
internal sealed class PayloadWalk(Compilation compilation, CancellationToken ct)
{
    // Types may hold ever larger ones of their kind, as Node<T> a Node<Node<T>>: a walk without an end would take the compiler down.
    private const int Most = 200;

    private readonly HashSet<ITypeSymbol> _seen = new(SymbolEqualityComparer.Default);

    public static IReadOnlyList<PayloadFault> FaultsOf(ITypeSymbol payload, Compilation compilation, CancellationToken ct)
    {
        var walk = new PayloadWalk(compilation, ct);
        if (walk.OwnFault(payload, payload.Name, null) is { } own) return [own];
        if (!JsonMembers.AreFollowed(payload)) return walk.Find(payload, payload.Name, null) is { } element ? [element] : [];

        walk._seen.Add(payload);
        return [.. JsonMembers.Of(payload).Select(m => walk.InMember(m, payload.Name, m)).OfType<PayloadFault>()];
    }

    private PayloadFault? InMember(ISymbol member, string path, ISymbol first)
    {
        ct.ThrowIfCancellationRequested();
        var here = $"{path}.{member.Name}";
        return member is IPropertySymbol { RefKind: not RefKind.None } or IFieldSymbol { RefKind: not RefKind.None }
            ? new PayloadFault(first, here, JsonMembers.TypeOf(member), "and a reference cannot leave the process; return the value")
            : Find(JsonMembers.TypeOf(member), here, first);
    }

    private PayloadFault? Find(ITypeSymbol type, string path, ISymbol? first)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
        if (_seen.Count == Most || !_seen.Add(type)) return null;
        if (OwnFault(type, path, first) is { } fault) return fault;
        if (JsonTypes.Dictionary(type) is { } dictionary)
        {
            return JsonTypes.IsKey(dictionary.TypeArguments[0])
                ? Find(dictionary.TypeArguments[1], path, first)
                : new PayloadFault(first, path, type, $"and {dictionary.TypeArguments[0].Spoken()} cannot be a key in JSON; use text, a number, an enum, a Guid or a date");
        }

        if (JsonTypes.Element(type) is { } element) return Find(element, path, first);
        if (!JsonMembers.AreFollowed(type)) return null;

        return JsonMembers.Of(type).Select(m => InMember(m, path, first ?? m))
            .Concat(JsonTypes.Kinds(type).Select(kind => Find(kind, path, first)))
            .FirstOrDefault(f => f is not null);
    }

    private PayloadFault? OwnFault(ITypeSymbol type, string path, ISymbol? first)
    {
        if (JsonMembers.HasConverter(type)) return null;
        var reason = JsonTypes.Refusal(type) ?? (IsOurs(type) ? JsonConstruction.Refusal(type) : null);
        return reason is null ? null : new PayloadFault(first, path, type, reason);
    }

    // A foreign library may come with converters for its types, so how they are built is its own business.
    private bool IsOurs(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
        || (type.ContainingAssembly is { } assembly && FunctionIndex.KnowsErmine(assembly));
}
