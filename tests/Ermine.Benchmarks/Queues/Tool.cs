using Ermine.Postgres.Development;

namespace Ermine.Benchmarks.Queues;

/// <summary>Runs a tool that must succeed.</summary>
internal static class Tool
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <exception cref="InvalidOperationException">It did not; the message ends with what it said last.</exception>
    public static async Task RunAsync(IReadOnlyList<string> words, string folder, CancellationToken ct)
    {
        var result = await Command.RunAsync(words, folder, Limit, ct);
        if (!result.Succeeded) throw new InvalidOperationException($"'{string.Join(' ', words)}' failed:\n{result.LastLines()}");
    }
}
