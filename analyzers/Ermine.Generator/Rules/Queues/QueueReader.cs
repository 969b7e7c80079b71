using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Queues;

/// <summary>A function that reads a queue, and what it takes the messages for.</summary>
internal sealed record QueueReader(IMethodSymbol Method, string Queue, ITypeSymbol Payload);
