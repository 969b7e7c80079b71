namespace Ermine.Queues.Toy;

/// <summary>What has a rate.</summary>
[Queue("calls")]
public sealed record Call(int Number);
