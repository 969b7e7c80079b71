using System.Collections.Concurrent;
using Ermine.Kernel;
using Ermine.Postgres.Statements;
using Npgsql;

namespace Ermine.Postgres.Queues;

/// <summary>Tells who waits for a queue that something may be due: at once what this process has sent, and what others have sent as soon as
/// the <see cref="Lookout"/> sees it.</summary>
internal sealed class WakeUps
{
    private static readonly TimeSpan LongestHandOver = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, Bell> _bells = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _limited = new(StringComparer.Ordinal);
    private readonly Offers _offers = new();
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

    /// <summary>A claim that waits for so many messages, to give them to it; null where none does.</summary>
    public Offer? TakeOffer(string queue, int count, int version) => _offers.Take(queue, count, version);

    /// <summary>Completes when a queue has been rung more often than <paramref name="heard"/>, after <paramref name="atMost"/> of real time, or with what the claim was given.</summary>
    public async Task<Lease> WaitAsync(WorkClaim claim, int owner, long heard, TimeSpan atMost, CancellationToken ct)
    {
        var rung = Of(claim.Queue).After(heard);
        var offer = rung.IsCompleted ? null : _offers.Open(claim, owner);
        _lookout.Begin(claim.Queue);
        try
        {
            await (offer is null ? rung : Task.WhenAny(rung, offer.Given)).WaitAsync(atMost, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // running out of time is an ordinary end
        }
        finally
        {
            _lookout.End(claim.Queue);
        }

        if (offer is not null && await GivenAsync(offer, ct) is { Messages.Count: > 0 } given) return given;

        ct.ThrowIfCancellationRequested();
        return new Lease(claim.Queue, owner, []);
    }

    // Whoever has taken the offer on is about to commit, or to fail. It may be held up by somebody else's lock, and the others who have rung are not to wait for that.
    private async Task<Lease> GivenAsync(Offer offer, CancellationToken ct)
    {
        if (!_offers.TryClose(offer)) await ((Task)offer.Given).WaitAsync(LongestHandOver, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        offer.TryGive([]);
        return await offer.Given;
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
