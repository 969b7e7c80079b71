namespace Ermine.Benchmarks.Http.Rest.Shared;

/// <summary>What the GET with a token answers.</summary>
public sealed record Caller(string Subject);
