using System.Collections.Concurrent;
using Ermine.Kernel;
using Ermine.Postgres.Statements;
using Npgsql;

namespace Ermine.Postgres.Queues;

/// <summary>Tells who waits for a queue that something may be due: at once what this process has sent, and what others have sent as soon as
/// the <see cref="Lookout"/> sees it.</summary>
internal sealed class WakeUps
{
    private readonly ConcurrentDictionary<string, Bell> _bells = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _limited = new(StringComparer.Ordinal);
    private readonly Lookout _lookout;

    public WakeUps(NpgsqlDataSource source) => _lookout = new Lookout(queues => DueAsync(source, queues), Ring, RingAll);

    /// <summary>How often a queue has been rung.</summary>
    public long Count(string queue) => Of(queue).Count;

    /// <summary>Wakes whoever waits for a queue.</summary>
    public void Ring(string queue) => Of(queue).Ring();

    /// <summary>Of this queue only so many messages may be under way: one that is over makes room for another.</summary>
    public void Limit(string queue) => _limited.TryAdd(queue, 0);

    /// <summary>Messages are under way no longer: what comes next in their groups, or has waited for their places, is due now.</summary>
    public void Freed(Lease over)
    {
        if (over.Messages[0].GroupKey is not null || _limited.ContainsKey(over.Queue)) Ring(over.Queue);
    }

    /// <summary>Wakes everybody, as when the clock was advanced.</summary>
    public void RingAll()
    {
        foreach (var bell in _bells.Values) bell.Ring();
    }

    /// <summary>There was work in a queue.</summary>
    public void Hurry(string queue) => _lookout.Hurry(queue);

    /// <summary>Completes when a queue has been rung more often than <paramref name="heard"/>, or after <paramref name="atMost"/> of real time.</summary>
    public async Task WaitAsync(string queue, long heard, TimeSpan atMost, CancellationToken ct)
    {
        _lookout.Begin(queue);
        try
        {
            await Of(queue).After(heard).WaitAsync(atMost, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // running out of time is an ordinary end
        }
        finally
        {
            _lookout.End(queue);
        }

        ct.ThrowIfCancellationRequested();
    }

    private Bell Of(string queue) => _bells.GetOrAdd(queue, static _ => new Bell());

    private static async Task<IReadOnlyList<string>> DueAsync(NpgsqlDataSource source, string[] queues)
    {
        await using var command = source.CreateCommand(Statement.In("Queues/due.sql").Text);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = queues });
        await using var reader = await command.ExecuteReaderAsync();
        var due = new List<string>();
        while (await reader.ReadAsync()) due.Add(reader.GetString(0));
        return due;
    }
}
