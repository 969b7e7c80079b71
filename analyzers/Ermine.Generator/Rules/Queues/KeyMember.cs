using Ermine.Kernel;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Queues;

/// <summary>Whether the runtime finds a key in a payload's JSON: it looks for the member's name as the naming policy writes it, and takes a simple value.</summary>
internal static class KeyMember
{
    private const string Kinds = "choose a member that is text, a number, a bool, a Guid, an enum or a date";

    /// <summary>What is certain to be wrong with the name; null where nothing is.</summary>
    public static KeyFault? FaultOf(ITypeSymbol payload, string name)
    {
        if (!JsonMembers.AreFollowed(payload)) return null;

        var written = JsonMembers.Of(payload).ToList();
        if (written.FirstOrDefault(m => IsNamed(m, name)) is { } member) return FaultOf(member, name);
        if (JsonMembers.AreOpen(payload)) return null;

        var hidden = Declared(payload, name);
        if (hidden is not null && JsonMembers.HasConverter(hidden)) return null;

        var meant = NearestName.Of(name, written.Where(m => FaultOf(m, m.Name) is null).Select(m => m.Name));
        var advice = meant is null ? Kinds : $"did you mean '{meant}'?";
        return hidden is null
            ? new KeyFault($"which '{payload.Spoken()}' has no member of", advice, meant)
            : new KeyFault("which is not written as JSON", $"make '{hidden.Name}' a public property, or {(meant is null ? Kinds : $"use '{meant}'")}", meant);
    }

    private static KeyFault? FaultOf(ISymbol member, string name)
    {
        if (JsonMembers.NameOf(member) is { } json && !IsByPolicy(json, name))
            return new KeyFault($"which [JsonPropertyName] writes as '{json}' while it is looked for by the name that the naming policy makes", $"remove [JsonPropertyName] from '{member.Name}', or choose another member");

        var type = JsonMembers.TypeOf(member);
        return IsSimple(type) ? null : new KeyFault($"which is '{type.Spoken()}' and no simple value", Kinds);
    }

    // A naming policy leaves a first letter in lower case as it is, so the name in JSON does as well.
    private static bool IsNamed(ISymbol member, string name) => member.Name == name
        || (name.Length > 0 && char.IsLower(name[0]) && member.Name == char.ToUpperInvariant(name[0]) + name.Substring(1));

    // Every policy there is changes the case of letters and adds underscores or hyphens; which one the app has is not known here.
    private static bool IsByPolicy(string json, string name) => string.Equals(json.Replace("_", "").Replace("-", ""), name.Replace("_", ""), StringComparison.OrdinalIgnoreCase);

    private static bool IsSimple(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
        if (JsonTypes.IsKey(type)) return true;
        return JsonTypes.Dictionary(type) is null && JsonTypes.Element(type) is null or { SpecialType: SpecialType.System_Byte } && !IsOurs(type);
    }

    // What a foreign type is written as is its own business.
    private static bool IsOurs(ITypeSymbol type) => JsonMembers.AreFollowed(type) && (type.Locations.Any(l => l.IsInSource) || (type.ContainingAssembly is { } assembly && FunctionIndex.KnowsErmine(assembly)));

    private static ISymbol? Declared(ITypeSymbol payload, string name)
    {
        for (ITypeSymbol? level = payload; level is not null; level = level.BaseType)
        {
            if (level.GetMembers(name).FirstOrDefault(m => m is IPropertySymbol or IFieldSymbol) is { } member) return member;
        }

        return null;
    }
}
