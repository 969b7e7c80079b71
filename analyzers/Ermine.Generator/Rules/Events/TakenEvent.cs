using Ermine.Generator.Parsing;
using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Events;

/// <summary>The event that a function takes, where a type says what it is.</summary>
internal sealed class TakenEvent
{
    private const string Event = "Ermine.EventAttribute";
    private const string Envelope = "Ermine.EventEnvelope`1";

    private static readonly FoundMember Untold = new(EventMemberKind.Unknown, null, false, null, null, []);

    private TakenEvent(ITypeSymbol type, string source, string detailType, string bus) => (Type, Source, DetailType, Bus) = (type, source, detailType, bus);

    /// <summary>The type of its detail.</summary>
    public ITypeSymbol Type { get; }

    public string Source { get; }

    public string DetailType { get; }

    /// <summary>The bus that it is published on, unless its publisher says otherwise.</summary>
    public string Bus { get; }

    /// <summary>The event of a function's payload; null where its type says nothing.</summary>
    public static TakenEvent? Of(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            var type = JsonTypes.Element(parameter.Type) ?? parameter.Type;
            if (type is INamedTypeSymbol { TypeArguments: [var detail] } envelope && envelope.Is(Envelope)) type = detail;
            if (OfType(type) is { } taken) return taken;
        }

        return null;
    }

    /// <summary>The event that a type is the detail of; null where the type says nothing.</summary>
    public static TakenEvent? OfType(ITypeSymbol type) => type.Attribute(Event) is { ConstructorArguments: [{ Value: string source }, { Value: string detailType }] } attribute
        ? new TakenEvent(type, source, detailType, attribute.Value("Bus") as string ?? "default")
        : null;

    /// <summary>What a path of names joined with dots leads to, by the names that System.Text.Json writes by its web defaults.</summary>
    public FoundMember Find(string path)
    {
        var (type, written, isAlwaysThere) = (Type, EventMemberKind.Object, true);
        foreach (var name in path.Split('.'))
        {
            Enter();
            if (written != EventMemberKind.Object || JsonMembers.AreOpen(type)) return Untold;

            var members = WrittenMembers.Seen(type).ToLookup(JsonName.Of, StringComparer.Ordinal);
            if (members[name].FirstOrDefault() is not { } member) return new FoundMember(EventMemberKind.Unknown, null, false, name, type, [.. members.Select(m => m.Key)]);

            var declared = JsonMembers.TypeOf(member);
            isAlwaysThere &= member is IPropertySymbol property && WrittenMembers.IsWritten(property) && declared is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } or { NullableAnnotation: NullableAnnotation.NotAnnotated, IsReferenceType: true };
            (type, written) = (WrittenMembers.Plain(declared), WrittenMembers.KindOf(member));
        }

        Enter();
        return written is EventMemberKind.Unknown or EventMemberKind.Object ? Untold : new FoundMember(written, type, isAlwaysThere, null, null, []);

        void Enter()
        {
            while (written == EventMemberKind.List && WrittenMembers.ElementOf(type) is { } element) (type, written, isAlwaysThere) = (WrittenMembers.Plain(element), WrittenMembers.KindOf(element), false); // elements are looked at one by one
        }
    }
}
