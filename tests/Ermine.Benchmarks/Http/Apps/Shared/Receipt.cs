namespace Ermine.Benchmarks.Http.Apps.Shared;

/// <summary>What the POST answers.</summary>
public sealed record Receipt(string Name, decimal Total);
