namespace Ermine.Benchmarks.Http.Apps.Shared;

/// <summary>What the GET answers.</summary>
public sealed record Item(int Id, string Name);
