namespace Ermine.Benchmarks.Http.Apps.Shared;

/// <summary>What the POST takes.</summary>
public sealed record Order(string Name, int Count, decimal Price);
