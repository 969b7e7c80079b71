using System.Globalization;

namespace Ermine.Benchmarks.Queues;

/// <summary>What of the benchmark is to run: <c>--rows=send,drain --rounds=3 --peers=pg-boss --hold=60</c>.</summary>
/// <param name="Rows">Names of rows; empty for all.</param>
/// <param name="Rounds">How often each row is measured.</param>
/// <param name="Peers">Names of peers; null for all.</param>
/// <param name="HoldSeconds">How long the foreign snapshot is held.</param>
internal sealed record QueueOptions(IReadOnlyList<string> Rows, int Rounds, IReadOnlyList<string>? Peers, int HoldSeconds)
{
    /// <exception cref="ArgumentException">An option that is none of these.</exception>
    public static QueueOptions Parse(IEnumerable<string> words) => words.Aggregate(new QueueOptions([], 3, null, 60), (options, word) => word.Split('=', 2) switch
    {
        ["--rows", var names] => options with { Rows = Names(names) },
        ["--rounds", var number] => options with { Rounds = int.Parse(number, CultureInfo.InvariantCulture) },
        ["--peers", var names] => options with { Peers = Names(names) },
        ["--hold", var number] => options with { HoldSeconds = int.Parse(number, CultureInfo.InvariantCulture) },
        _ => throw new ArgumentException($"'{word}' is no option; there are --rows=, --rounds=, --peers= and --hold=."),
    });

    /// <summary>Whether a row is to be measured.</summary>
    public bool Has(string row) => Rows.Count == 0 || Rows.Contains(row);

    private static string[] Names(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
