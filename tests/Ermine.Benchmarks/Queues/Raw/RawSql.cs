namespace Ermine.Benchmarks.Queues.Raw;

/// <summary>The statements of the raw queue, which stand in files beside this one.</summary>
internal static class RawSql
{
    public static string Create { get; } = Read("create");

    public static string Insert { get; } = Read("insert");

    public static string Fill { get; } = Read("fill");

    public static string Claim { get; } = Read("claim");

    public static string Acknowledge { get; } = Read("acknowledge");

    private static string Read(string name)
    {
        using var stream = typeof(RawSql).Assembly.GetManifestResourceStream($"Ermine.Benchmarks.Queues.Raw.{name}.sql")!;
        var lines = new StreamReader(stream).ReadToEnd().Split('\n');
        return string.Join('\n', lines.SkipWhile(line => line.StartsWith("--", StringComparison.Ordinal))); // a COPY must be seen to be one
    }
}
