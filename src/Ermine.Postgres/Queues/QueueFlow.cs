namespace Ermine.Postgres.Queues;

/// <summary>What had come into and gone out of a queue at a moment.</summary>
/// <param name="At">In ticks of the stopwatch.</param>
/// <param name="Came">Rows ever put in.</param>
/// <param name="Went">Rows ever taken out.</param>
internal readonly record struct QueueFlow(long At, long Came, long Went)
{
    /// <summary>How many came and went in each second since.</summary>
    public (double? Came, double? Went) Since(QueueFlow before, TimeProvider time)
    {
        var seconds = time.GetElapsedTime(before.At, At).TotalSeconds;
        return seconds <= 0 ? (null, null) : (Math.Round((Came - before.Came) / seconds, 1), Math.Round((Went - before.Went) / seconds, 1));
    }
}
