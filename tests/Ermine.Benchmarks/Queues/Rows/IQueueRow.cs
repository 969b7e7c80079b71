namespace Ermine.Benchmarks.Queues.Rows;

/// <summary>A row of the table, or a few that belong together.</summary>
internal interface IQueueRow
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>Measures once.</summary>
    /// <param name="server">Where.</param>
    /// <param name="round">Which round, from 0: whoever is measured first differs between rounds.</param>
    /// <param name="ct">Ends the measurement.</param>
    Task MeasureAsync(DurableServer server, int round, CancellationToken ct);

    /// <summary>What all rounds together found.</summary>
    IEnumerable<BenchmarkRow> Rows();
}
