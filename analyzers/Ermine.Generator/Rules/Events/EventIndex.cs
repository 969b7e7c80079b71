using System.Runtime.CompilerServices;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Events;

/// <summary>Who is called for which events, over a compilation and the assemblies that it references.</summary>
internal sealed class EventIndex
{
    public const string Contract = "Ermine.EventAttribute";

    // What publishes events whose types are not written.
    private static readonly string[] AnyEvent = ["PublishJsonAsync", "PublishManyJsonAsync", "MapCloudEvents", "Webhook"];

    private const string Trigger = "Ermine.EventRuleAttribute";

    private static readonly ConditionalWeakTable<FunctionIndex, EventIndex> Indexes = new();

    private readonly Lazy<IReadOnlyList<SubscribedRule>> _rules;
    private readonly Lazy<ILookup<string, INamedTypeSymbol>> _events;
    private readonly Lazy<bool> _isOpen;
    private readonly Lazy<HashSet<string>> _spoken;
    private readonly Lazy<IReadOnlyList<SubscribedRule>> _referenced;

    private EventIndex(FunctionIndex index)
    {
        // No cancellation token: a lazy value keeps the exception that it was cancelled with.
        _rules = new(() => [.. index.Functions.SelectMany(f => DeclaredRule.AllOf(f, default)).Select(SubscribedRule.Of).OfType<SubscribedRule>()]);
        _referenced = new(() => [.. index.ReferencedTypes.SelectMany(t => t.GetMembers().OfType<IMethodSymbol>()).SelectMany(m => DeclaredRule.AllOf(m, default)).Select(SubscribedRule.Of).OfType<SubscribedRule>()]);
        _events = new(() => index.TypesWith("Event").Concat(index.ReferencedTypes).Where(t => t.Attribute(Contract) is not null).ToLookup(t => t.Name, StringComparer.Ordinal));
        _spoken = new(() => [.. index.Files.SelectMany(SpokenEvents.Of)]);
        _isOpen = new(() => _spoken.Value.Contains("IEventSubscriptions")
            || index.Functions.Concat(index.ReferencedTypes.SelectMany(t => t.GetMembers().OfType<IMethodSymbol>())).SelectMany(f => f.GetAttributes().Deriving(Trigger)).Any(a => a.AttributeClass!.IsGenericType ? !IsInSource(a) : a.FirstText() is null));
    }

    /// <summary>The rules of functions in source.</summary>
    public IReadOnlyList<SubscribedRule> Rules => _rules.Value;

    /// <summary>Whether rules may be made that cannot be seen here: while the app runs, or by a predicate of a referenced assembly.</summary>
    public bool IsOpen => _isOpen.Value;

    /// <summary>The types with <c>[Event]</c> by their names.</summary>
    public ILookup<string, INamedTypeSymbol> Events => _events.Value;

    public static EventIndex Of(FunctionIndex index) => Indexes.GetValue(index, i => new EventIndex(i));

    /// <summary>The functions here and in referenced assemblies that may be called for events of a type.</summary>
    public IEnumerable<SubscribedRule> Subscribers(ITypeSymbol published) =>
        TakenEvent.OfType(published) is { } taken ? Rules.Concat(_referenced.Value).Where(r => r.Meets(taken) is not null) : [];

    /// <summary>Whether some file may publish events of a type: it speaks of the type where it may be made, or publishes JSON.</summary>
    public bool MayBePublished(ITypeSymbol type) => _spoken.Value.Contains(type.Name) || _spoken.Value.Overlaps(AnyEvent);

    private static bool IsInSource(AttributeData attribute) => attribute.ApplicationSyntaxReference is not null;
}
