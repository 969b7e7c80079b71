using System.Text.Json;
using Ermine.Kernel;

namespace Ermine.Events;

/// <summary>The archive, for code and operators.</summary>
internal sealed class EventArchive(IArchiveStore store, ISubscriptionStore subscriptions, EventRoutes routes, TimeProvider time) : IEventArchive
{
    private const int LongestName = 200;
    private const int MostExamples = 5;

    public async Task<ReplayPlan> PlanAsync(string subscription, ReplayRange? range = null, CancellationToken ct = default)
    {
        var asked = Checked(range);
        var bus = await BusOfAsync(subscription, ct);
        var (position, last) = await store.BoundsAsync(bus, asked, ct);
        var (read, delivered) = (0L, 0L);
        var examples = new List<ReplayExample>();
        while (await store.ReadAsync(bus, asked, position, last, ct) is { Count: > 0 } part)
        {
            foreach (var (at, @event) in part)
            {
                if (@event is null) continue;
                read++;
                if (routes.Replay(subscription, "", @event) is null) continue;
                delivered++;
                if (examples.Count < MostExamples) examples.Add(new ReplayExample(at, JsonElement.Parse(@event.Payload.Span)));
            }

            position = part[^1].Position;
        }

        return new ReplayPlan(read, delivered, examples);
    }

    public async Task<EventReplay> StartAsync(string name, string subscription, ReplayRange? range = null, CancellationToken ct = default)
    {
        if (name is not { Length: > 0 and <= LongestName } || name.Contains('/') || name.Contains('\0'))
            throw new ArgumentException($"The name of a replay has 1 to {LongestName} characters, none of which is a slash.", nameof(name));
        var asked = Checked(range);
        var replay = await store.AddAsync(name, subscription, await BusOfAsync(subscription, ct), asked, ct);
        return replay.Subscription == subscription && replay.Range == asked
            ? replay
            : throw new ArgumentException($"There is another replay '{name}', to '{replay.Subscription}', asked for at {replay.AskedAt:O}; give this one a name of its own.", nameof(name));
    }

    public Task<IReadOnlyList<EventReplay>> ListAsync(CancellationToken ct = default) => store.ListAsync(ct);

    public Task<bool> CancelAsync(string name, CancellationToken ct = default) => store.EndAsync(name, ReplayState.Cancelled, null, ct);

    private async Task<string> BusOfAsync(string subscription, CancellationToken ct)
    {
        var stored = await subscriptions.LoadAsync(ct);
        routes.Load(stored);
        if (stored.Subscriptions.FirstOrDefault(s => s.Name == subscription) is { } known) return known.Bus;

        var names = stored.Subscriptions.Select(s => s.Name).ToArray();
        throw new ArgumentException($"There is no subscription '{subscription}'{(NearestName.Of(subscription ?? "", names) is { } nearest ? $"; did you mean '{nearest}'?" : $"; there are {string.Join(", ", names)}.")}", nameof(subscription));
    }

    // To what the database keeps of a time, so that asking again finds the same.
    private ReplayRange Checked(ReplayRange? range)
    {
        var asked = range ?? new ReplayRange();
        if (asked.To > time.GetUtcNow()) throw new ArgumentException($"A replay ends now or earlier, and {asked.To:O} is in the future.", nameof(range));
        if (asked.From >= asked.To || asked.FromPosition > asked.ToPosition || asked.FromPosition < 0) throw new ArgumentException("The range of the replay is empty: it ends before it begins.", nameof(range));
        return asked with { From = Whole(asked.From), To = Whole(asked.To) };
    }

    private static DateTimeOffset? Whole(DateTimeOffset? time) => time is { } given ? new DateTimeOffset(given.UtcTicks - (given.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero) : null;
}
