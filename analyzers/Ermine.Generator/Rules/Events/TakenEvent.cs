using Ermine.Generator.Parsing;
using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Events;

/// <summary>The event that a function takes, where a type says what it is.</summary>
internal sealed class TakenEvent
{
    private const string Event = "Ermine.EventAttribute";
    private const string Envelope = "Ermine.EventEnvelope`1";

    private TakenEvent(ITypeSymbol type, string source, string detailType) => (Type, Source, DetailType) = (type, source, detailType);

    /// <summary>The type of its detail.</summary>
    public ITypeSymbol Type { get; }

    public string Source { get; }

    public string DetailType { get; }

    /// <summary>The event of a function's payload; null where its type says nothing.</summary>
    public static TakenEvent? Of(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            var type = JsonTypes.Element(parameter.Type) ?? parameter.Type;
            if (type is INamedTypeSymbol { TypeArguments: [var detail] } envelope && envelope.Is(Envelope)) type = detail;
            if (Of(type) is { } taken) return taken;
        }

        return null;
    }

    /// <summary>The event whose detail is of a type; null where the type is none of an event.</summary>
    public static TakenEvent? Of(ITypeSymbol type) =>
        type.Attribute(Event) is { ConstructorArguments: [{ Value: string source }, { Value: string detailType }] } ? new TakenEvent(type, source, detailType) : null;

    /// <summary>What a path of names joined with dots leads to, by the names that System.Text.Json writes by its web defaults.</summary>
    public FoundMember Find(string path)
    {
        var type = Type;
        foreach (var name in path.Split('.'))
        {
            while (type is not null && JsonTypes.Element(type) is { } element && JsonTypes.Dictionary(type) is null) type = element; // elements are looked at one by one
            if (type is null || !JsonMembers.AreFollowed(type) || JsonMembers.AreOpen(type)) return new FoundMember(null, null, null, []);

            var members = JsonMembers.Of(type).ToDictionary(JsonName.Of, JsonMembers.TypeOf, StringComparer.Ordinal);
            if (!members.TryGetValue(name, out var next)) return new FoundMember(null, name, type, [.. members.Keys]);
            type = next is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : next;
        }

        while (type is not null && JsonTypes.Element(type) is { } element && JsonTypes.Dictionary(type) is null) type = element;
        return new FoundMember(type is null ? null : KindOf(type), null, null, []);
    }

    private static LeafKind? KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String or SpecialType.System_Char or SpecialType.System_DateTime => LeafKind.Text,
        SpecialType.System_Boolean => LeafKind.Boolean,
        SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32
            or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => LeafKind.Number,
        _ when type.Is("System.Guid") || type.Is("System.DateTimeOffset") || type.Is("System.DateOnly") || type.Is("System.TimeOnly") || type.Is("System.TimeSpan") || type.Is("System.Uri") => LeafKind.Text,
        _ => null,
    };
}
