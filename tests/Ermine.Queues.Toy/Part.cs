namespace Ermine.Queues.Toy;

/// <summary>What a batch function sorts: some good, some bad, some too early.</summary>
[Queue("parts")]
public sealed record Part(string Name);
