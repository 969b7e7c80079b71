namespace Ermine.Benchmarks.Http.Rest;

/// <summary>What one run of wrk counted.</summary>
/// <param name="Requests">Requests that were answered.</param>
/// <param name="Elapsed">How long that took.</param>
internal sealed record WrkResult(long Requests, TimeSpan Elapsed);
