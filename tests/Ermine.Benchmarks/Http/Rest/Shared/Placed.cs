namespace Ermine.Benchmarks.Http.Rest.Shared;

/// <summary>What the POST answers.</summary>
public sealed record Placed(string Reference, int Cents);
