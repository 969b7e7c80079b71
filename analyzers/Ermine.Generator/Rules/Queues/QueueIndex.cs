using System.Runtime.CompilerServices;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Queues;

/// <summary>Who writes and who reads each queue name, over a compilation and the assemblies it references.</summary>
internal sealed class QueueIndex
{
    public const string Contract = "Ermine.QueueAttribute";
    public const string Trigger = "Ermine.QueueTriggerAttribute";
    public const string DeadLetterTrigger = "Ermine.DeadLetterTriggerAttribute";

    private static readonly ConditionalWeakTable<FunctionIndex, QueueIndex> Indexes = new();

    private readonly Lazy<ILookup<string, INamedTypeSymbol>> _contracts;
    private readonly Lazy<ILookup<string, QueueReader>> _readers;
    private readonly Lazy<HashSet<string>> _readHere;
    private readonly Lazy<HashSet<string>> _readElsewhere;
    private readonly Lazy<HashSet<string>> _named;
    private readonly Lazy<HashSet<string>> _spoken;
    private readonly Lazy<bool> _isAllSpoken;

    private QueueIndex(FunctionIndex index)
    {
        _contracts = new(() => index.TypesWith("Queue").Concat(index.ReferencedTypes)
            .Select(type => (Type: type, Name: ContractOf(type)))
            .Where(c => c.Name is not null)
            .ToLookup(c => c.Name!, c => c.Type, StringComparer.Ordinal));
        _readers = new(() => index.Functions
            .Select(ReaderOf)
            .OfType<QueueReader>()
            .ToLookup(r => r.Queue, StringComparer.Ordinal));
        _readHere = new(() => [.. Readers.SelectMany(r => r).SelectMany(NamesOf)]);
        _readElsewhere = new(() => [.. index.ReferencedTypes.SelectMany(t => t.GetMembers().OfType<IMethodSymbol>()).Select(ReaderOf).OfType<QueueReader>().SelectMany(NamesOf)]);
        _named = new(() => [.. Contracts.Select(c => c.Key), .. _readHere.Value, .. _readElsewhere.Value]);
        _spoken = new(() => [.. index.Files.SelectMany(SpokenQueues.Of)]);
        _isAllSpoken = new(() => _spoken.Value.IsSubsetOf(Contracts.SelectMany(c => c).Select(c => c.Name)));
    }

    /// <summary>The types with <c>[Queue]</c> by the name in it.</summary>
    public ILookup<string, INamedTypeSymbol> Contracts => _contracts.Value;

    /// <summary>The functions in source by the queue they read.</summary>
    public ILookup<string, QueueReader> Readers => _readers.Value;

    /// <summary>Whether a function here or in a referenced assembly reads the queue, by its name or its former one.</summary>
    public bool IsRead(string queue) => _readHere.Value.Contains(queue) || _readElsewhere.Value.Contains(queue);

    /// <summary>The queues that a type's <c>[Queue]</c>, or a function's trigger, here or in a referenced assembly names.</summary>
    public IReadOnlyCollection<string> Named => _named.Value;

    /// <summary>Whether some file speaks of the payload's queue, or of one that it cannot be told of: behind an alias or a type parameter.</summary>
    public bool MayBeSent(ITypeSymbol payload) => _spoken.Value.Contains(payload.Name) || !_isAllSpoken.Value;

    public static QueueIndex Of(FunctionIndex index) => Indexes.GetValue(index, i => new QueueIndex(i));

    public static string? ContractOf(ITypeSymbol type) => type.Attribute(Contract)?.FirstText();

    /// <summary>The function as a reader: of the queue that its trigger names, else that of its payload; null where neither names one.</summary>
    public static QueueReader? ReaderOf(IMethodSymbol method)
    {
        if (method.Attribute(Trigger) is not { } trigger || PayloadOf(method) is not { } payload) return null;
        return (trigger.FirstText() ?? ContractOf(payload.Type)) is { } queue ? new QueueReader(method, queue, payload.Type) : null;
    }

    /// <summary>The parameter that takes the message, or the batch of them, with the message's type; null while there is none.</summary>
    public static (IParameterSymbol Parameter, ITypeSymbol Type)? PayloadOf(IMethodSymbol method)
    {
        if (new MessageBinder().Payload(method) is not { } payload) return null;
        var parameter = method.Parameters.First(p => SymbolEqualityComparer.Default.Equals(p.Type, payload)
            || (IsBatch(p) && SymbolEqualityComparer.Default.Equals(((INamedTypeSymbol)p.Type).TypeArguments[0], payload)));
        return (parameter, payload);
    }

    /// <summary>Whether the payload's parameter takes a batch.</summary>
    public static bool IsBatch(IParameterSymbol payload) => payload.Type.Is("System.Collections.Generic.IReadOnlyList`1");

    private static IEnumerable<string> NamesOf(QueueReader reader) =>
        new[] { reader.Queue, reader.Payload.Attribute(Contract)?.Value("FormerName") as string }.OfType<string>();
}
