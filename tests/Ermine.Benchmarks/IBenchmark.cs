namespace Ermine.Benchmarks;

/// <summary>One benchmark, run by its name.</summary>
internal interface IBenchmark
{
    /// <summary>The name on the command line, and of the file under <c>artifacts/bench</c>.</summary>
    string Name { get; }

    /// <summary>Measures, and says what was found.</summary>
    Task<BenchmarkReport> RunAsync(CancellationToken ct);
}
