namespace Ermine.Benchmarks.Http.Apps;

/// <summary>What the POST takes.</summary>
public sealed record Order(string Name, int Count, decimal Price);
