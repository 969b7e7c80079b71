using System.Text;
using System.Text.Json;
using Ermine.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Postgres.Tests.Events;

/// <summary>Two nodes with a function that keeps order, whose subscriptions the tests make: one for each source.</summary>
public sealed class ReplayNodes : IAsyncLifetime
{
    private const string Function = "shop.notify";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    internal EventNodes Nodes { get; private set; } = null!;

    internal IEventArchive Archive => Nodes.Services().GetRequiredService<IEventArchive>();

    internal IArchiveStore Store => Nodes.Services().GetRequiredService<IArchiveStore>();

    public async Task InitializeAsync() => Nodes = await EventNodes.StartAsync(static (nodes, catalog) => nodes.Subscribe(catalog, Function, new EventRuleAttribute { GroupKey = "detail.customer" }));

    public Task SubscribeAsync(string source, string? pattern = null) => Nodes.OnAsync<IEventSubscriptions>(s => s.UpsertAsync($"{Function}:{source}", pattern ?? $$"""{"source": ["{{source}}"]}"""));

    public Task PublishAsync(string source, int number, string customer = "", string bus = "default") => Nodes.OnAsync<IEventBus>(
        events => events.PublishJsonAsync(source, "T", Encoding.UTF8.GetBytes($$"""{"number":{{number}},"customer":"{{customer}}"}"""), new() { Bus = bus }));

    public Task PublishTogetherAsync(string source, int count, string bus = "default") => Nodes.OnAsync<IEventBus>(
        events => events.PublishManyJsonAsync(Enumerable.Range(0, count).Select(i => new JsonEvent(source, "T", Encoding.UTF8.GetBytes($$"""{"number":{{i}}}"""))), new() { Bus = bus }));

    /// <summary>Asks for a replay, also for one that there is, and waits until it has ended and all is handed over.</summary>
    public async Task<EventReplay> ReplayAsync(string source, string? name = null, ReplayRange? range = null)
    {
        await Archive.StartAsync(name ?? source, $"{Function}:{source}", range);
        var ended = await UntilEndedAsync(name ?? source);
        await Nodes.IdleAsync();
        return ended;
    }

    public Task<EventReplay> UntilEndedAsync(string name) => UntilAsync(name, replay => replay.EndedAt is not null);

    /// <summary>Waits until a node has looked at a replay.</summary>
    public async Task<EventReplay> LookedAtAsync(string name)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (await Nodes.Database.AskAsync<long>($"select epoch from ermine.event_replay where name = '{name}'") < 2) await pace.WaitForNextTickAsync(patience.Token);
        return await UntilAsync(name, static _ => true);
    }

    /// <summary>Asks for a replay in such a way that no node takes it over, but the caller has it.</summary>
    public async Task<HeldReplay> HoldAsync(string source)
    {
        await Nodes.Database.RunAsync($"begin; select ermine.add_replay('{source}', '{Function}:{source}', 'default', null, null, null, null); update ermine.event_replay set epoch = 1, leased_until = ermine.now() + interval '30 seconds' where name = '{source}'; commit");
        return new HeldReplay(await UntilAsync(source, static _ => true), 1);
    }

    /// <summary>The next events of a source, as a node would deliver them by a replay of that name.</summary>
    public async Task<ReplayStep> StepAsync(HeldReplay held, int events)
    {
        var version = (await Nodes.Services().GetRequiredService<ISubscriptionStore>().LoadAsync(default)).Version;
        var part = await Store.ReadAsync(held.Replay.Bus, held.Replay.Range, held.Replay.Position, held.Replay.LastPosition!.Value, default);
        var its = part.Where(p => p.Event is { } e && JsonDocument.Parse(e.Payload).RootElement.GetProperty("source").GetString() == held.Replay.Name).Take(events).ToArray();
        return new ReplayStep(its[^1].Position, its.Length, [.. its.Select(p => p.Event! with { Queue = "event-shop-notify", GroupKey = "-" })], version);
    }

    /// <summary>The events of a source that the function was handed, in their order.</summary>
    public IReadOnlyList<EventEnvelope<JsonElement>> Handed(string source) =>
        [.. Nodes.HandedTo(Function).Select(e => JsonSerializer.Deserialize<EventEnvelope<JsonElement>>(e, JsonSerializerOptions.Web)!).Where(e => e.Source == source)];

    public Task<long> PositionAsync(string source, int number) => Nodes.Database.AskAsync<long>($"select position from ermine.event where {Is(source, number)}");

    public async Task<DateTimeOffset> TimeAsync(string source, int number) => await Nodes.Database.AskAsync<DateTime>($"select published_at from ermine.event where {Is(source, number)}");

    public async Task DisposeAsync() => await Nodes.DisposeAsync();

    private static string Is(string source, int number) => $"convert_from(body, 'UTF8')::jsonb ->> 'source' = '{source}' and convert_from(body, 'UTF8')::jsonb -> 'detail' ->> 'number' = '{number}'";

    private async Task<EventReplay> UntilAsync(string name, Func<EventReplay, bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (true)
        {
            if ((await Archive.ListAsync(patience.Token)).Single(r => r.Name == name) is var replay && isSo(replay)) return replay;
            await pace.WaitForNextTickAsync(patience.Token);
        }
    }
}
