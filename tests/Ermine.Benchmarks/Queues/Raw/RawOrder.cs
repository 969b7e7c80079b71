namespace Ermine.Benchmarks.Queues.Raw;

/// <summary>A message as JSON has it.</summary>
internal sealed record RawOrder(long At, string Kind, string Pad);
