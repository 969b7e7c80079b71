namespace Ermine.Benchmarks.Http;

/// <summary>What one request cost each of the three servers, measured one after the other.</summary>
internal sealed record Round(RequestCost Hand, RequestCost HandAgain, RequestCost Ours);
