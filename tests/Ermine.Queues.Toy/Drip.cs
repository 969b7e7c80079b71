namespace Ermine.Queues.Toy;

/// <summary>What comes slowly and is waited for.</summary>
[Queue("drips")]
public sealed record Drip(int Number);
