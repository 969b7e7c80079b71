using System.Runtime.CompilerServices;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Queues;

/// <summary>Who writes and who reads each queue name, over a compilation and the assemblies it references.</summary>
internal sealed class QueueIndex
{
    public const string Contract = "Ermine.QueueAttribute";
    public const string Trigger = "Ermine.QueueTriggerAttribute";

    private static readonly ConditionalWeakTable<FunctionIndex, QueueIndex> Indexes = new();

    private readonly Lazy<ILookup<string, INamedTypeSymbol>> _contracts;
    private readonly Lazy<ILookup<string, QueueReader>> _readers;
    private readonly Lazy<HashSet<string>> _read;

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
        _read = new(() => [.. Readers.SelectMany(r => r)
            .Concat(index.ReferencedTypes.SelectMany(t => t.GetMembers().OfType<IMethodSymbol>()).Select(ReaderOf).OfType<QueueReader>())
            .SelectMany(r => new[] { r.Queue, r.Payload.Attribute(Contract)?.Value("FormerName") as string }).OfType<string>()]);
    }

    /// <summary>The types with <c>[Queue]</c> by the name in it.</summary>
    public ILookup<string, INamedTypeSymbol> Contracts => _contracts.Value;

    /// <summary>The functions in source by the queue they read.</summary>
    public ILookup<string, QueueReader> Readers => _readers.Value;

    /// <summary>Whether a function here or in a referenced assembly reads the queue, by its name or its former one.</summary>
    public bool IsRead(string queue) => _read.Value.Contains(queue);

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
            || (p.Type is INamedTypeSymbol { TypeArguments: [var item] } && SymbolEqualityComparer.Default.Equals(item, payload)));
        return (parameter, payload);
    }

    /// <summary>Whether the payload's parameter takes a batch.</summary>
    public static bool IsBatch(IParameterSymbol payload) => payload.Type.Is("System.Collections.Generic.IReadOnlyList`1");
}
