namespace Ermine.Benchmarks.Http.Apps;

/// <summary>What the GET answers.</summary>
public sealed record Item(int Id, string Name);
