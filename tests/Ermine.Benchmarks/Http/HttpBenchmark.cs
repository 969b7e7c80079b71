namespace Ermine.Benchmarks.Http;

/// <summary>The generated endpoints beside hand-written ones.</summary>
internal sealed class HttpBenchmark : IBenchmark
{
    public string Name => "http";

    public async Task<BenchmarkReport> RunAsync(CancellationToken ct) => new(Name, await HttpComparison.RowsAsync(["get", "post"], ct));
}
