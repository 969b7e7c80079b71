using System.Globalization;

namespace Ermine.Benchmarks.Http.Rest;

/// <summary>What of the benchmark is to run: <c>--rows=get,start --starts=3 --rounds=3 --seconds=2 --peers=mvc</c>.</summary>
/// <param name="Rows">Names of rows; empty for all.</param>
/// <param name="Starts">How often the servers are started anew.</param>
/// <param name="Rounds">How often each is measured between two starts.</param>
/// <param name="Seconds">How long each is asked in a round.</param>
/// <param name="Peers">Names of peers beside the baseline; null for all.</param>
internal sealed record RestOptions(IReadOnlyList<string> Rows, int Starts, int Rounds, int Seconds, IReadOnlyList<string>? Peers)
{
    private static readonly string[] Known = ["get", "jwt", "post", "start", "aot"];

    /// <exception cref="ArgumentException">An option that is none of these.</exception>
    public static RestOptions Parse(IEnumerable<string> words)
    {
        var parsed = words.Aggregate(new RestOptions([], 3, 3, 2, null), (options, word) => word.Split('=', 2) switch
        {
            ["--rows", var names] => options with { Rows = Names(names) },
            ["--starts", var number] => options with { Starts = int.Parse(number, CultureInfo.InvariantCulture) },
            ["--rounds", var number] => options with { Rounds = int.Parse(number, CultureInfo.InvariantCulture) },
            ["--seconds", var number] => options with { Seconds = int.Parse(number, CultureInfo.InvariantCulture) },
            ["--peers", var names] => options with { Peers = Names(names) },
            _ => throw new ArgumentException($"'{word}' is no option; there are --rows=, --starts=, --rounds=, --seconds= and --peers=."),
        });
        if (parsed.Rows.Except(Known).FirstOrDefault() is { } unknown) throw new ArgumentException($"There is no row '{unknown}'; there are {string.Join(", ", Known)}.");
        return parsed;
    }

    /// <summary>Whether a row is to be measured.</summary>
    public bool Has(string row) => Rows.Count == 0 || Rows.Contains(row);

    private static string[] Names(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
