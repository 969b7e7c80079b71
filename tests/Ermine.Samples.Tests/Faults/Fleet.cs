using System.Text.RegularExpressions;
using Ermine.Faults.Worker;
using Ermine.Samples.Tests.Processes;

namespace Ermine.Samples.Tests.Faults;

/// <summary>Several workers on one database, each in a process of its own. Whoever is killed is replaced.</summary>
internal sealed partial class Fleet(string connectionString, params string[] arguments) : IAsyncDisposable
{
    private const int Starts = 20; // one that starts while the database is away may end instead

    private readonly Lock _lock = new();
    private readonly List<AppProcess> _working = [];
    private readonly List<AppProcess> _gone = [];
    private Task _replacements = Task.CompletedTask;

    /// <summary>Messages of which a worker said that their lease had passed to another.</summary>
    public int LeasesLost => Outputs().Sum(output => LeaseLost().Matches(output).Sum(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>How often a worker did not know whether it had committed.</summary>
    public int OutcomesUnknown => Outputs().Sum(output => OutcomeUnknown().Count(output));

    /// <summary>Starts some: the first one alone, since it makes the tables.</summary>
    public async Task StartAsync(int workers)
    {
        await AddAsync();
        await Task.WhenAll(Enumerable.Range(1, workers - 1).Select(_ => AddAsync()));
    }

    /// <summary>Any that works.</summary>
    public AppProcess Any(Random random)
    {
        lock (_lock) return _working[random.Next(_working.Count)];
    }

    /// <summary>Kills one, and has another started meanwhile. One is always left.</summary>
    public async Task KillAsync(Random random)
    {
        if (Count() < 2) await _replacements;
        AppProcess victim;
        lock (_lock)
        {
            victim = _working[random.Next(_working.Count)];
            _working.Remove(victim);
            _gone.Add(victim);
        }

        await victim.KillAsync();
        _replacements = Task.WhenAll(_replacements, AddAsync());
    }

    /// <summary>Waits until all that were killed have been replaced.</summary>
    public Task CompleteAsync() => _replacements;

    /// <summary>Stops all but one in an orderly way, which ends what is under way, and answers their exit codes.</summary>
    public async Task<int[]> StopAllButOneAsync()
    {
        AppProcess[] stopped;
        lock (_lock)
        {
            stopped = [.. _working.Skip(1)];
            _working.RemoveRange(1, stopped.Length);
            _gone.AddRange(stopped);
        }

        return await Task.WhenAll(stopped.Select(app => app.StopAsync()));
    }

    /// <summary>The last lines of all, for whoever wants to know why.</summary>
    public string LastWords() => string.Join("\n---\n", Outputs().Select(output => output.Length > 2_000 ? output[^2_000..] : output));

    public async ValueTask DisposeAsync()
    {
        await _replacements.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // a failed start was reported by whoever waited for it
        foreach (var app in _working.Concat(_gone)) await app.DisposeAsync();
    }

    private async Task AddAsync()
    {
        for (var start = 1; ; start++)
        {
            try
            {
                var app = await AppProcess.StartAsync(typeof(Conduct).Assembly.Location, [
                    "--urls=http://127.0.0.1:0", $"--ConnectionStrings:ermine={connectionString}", "--Logging:LogLevel:Microsoft.AspNetCore=None", .. arguments]);
                lock (_lock) _working.Add(app);
                return;
            }
            catch (InvalidOperationException) when (start < Starts)
            {
                // it found no database; somebody would start it again
            }
        }
    }

    private int Count()
    {
        lock (_lock) return _working.Count;
    }

    private string[] Outputs()
    {
        lock (_lock) return [.. _gone.Concat(_working).Select(app => app.Output)];
    }

    [GeneratedRegex(@"the lease of (\d+) message")]
    private static partial Regex LeaseLost();

    [GeneratedRegex(@"the connection broke while")]
    private static partial Regex OutcomeUnknown();
}
