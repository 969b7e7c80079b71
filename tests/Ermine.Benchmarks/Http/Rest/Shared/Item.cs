namespace Ermine.Benchmarks.Http.Rest.Shared;

/// <summary>What the GET answers.</summary>
public sealed record Item(int Id, string Name, int Cents);
