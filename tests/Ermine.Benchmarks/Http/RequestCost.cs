namespace Ermine.Benchmarks.Http;

/// <summary>What one request costs the server.</summary>
/// <param name="Microseconds">Processor time, of all threads.</param>
/// <param name="Bytes">Bytes allocated.</param>
internal sealed record RequestCost(double Microseconds, double Bytes);
