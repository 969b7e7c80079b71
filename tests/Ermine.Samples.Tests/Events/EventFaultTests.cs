using System.Diagnostics;
using Ermine.Samples.Tests.Faults;
using Ermine.Samples.Tests.Processes;
using Npgsql;
using Xunit.Abstractions;

namespace Ermine.Samples.Tests.Events;

/// <summary>Workers, their connections and their database die in every way, while events are published, matched, delivered and replayed.</summary>
[Collection("faults")]
public sealed class EventFaultTests(ITestOutputHelper output)
{
    private const string Database = "events";
    private const string Replayed = "watching.again";
    private static readonly string[] Queues = ["event_watching_all", "event_watching_batch", "event_watching_in_order", "event_watching_few", "event_watching_told", "event_watching_again"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20); // each event is several messages, which are handled slower than events are published
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    /// <summary>From these every random choice is drawn.</summary>
    public static TheoryData<int> Seeds => FaultSeeds.Take(atLength: 1);

    [Theory, MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true), Trait("Category", "Faults")]
    public async Task Each_accepted_event_has_one_effect_of_each_subscriber_that_it_matches_whatever_dies(int seed)
    {
        var events = FaultSeeds.AreLong ? 50_000 : 400;

        var history = FaultSeeds.AreLong
            ? await RunAsync(seed, workers: 3, events, faults: 100, replayFaults: 18, Enum.GetValues<FaultKind>())
            : await RunAsync(seed, workers: 2, events, faults: 2, replayFaults: 0, [FaultKind.WorkerKilled, FaultKind.CommitReplyLost]);

        Assert.Equal(events, history.Published.Count);
        Assert.InRange(history.Published.Count(e => e.IsAccepted), events / 2, events); // a fault takes along what is under way, not the rest
        Assert.Empty(history.Violations());
    }

    [LongFaultTheory, MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true), Trait("Category", "Faults")]
    public async Task Without_its_fence_a_worker_that_wakes_late_leaves_effects_twice_and_is_found_out(int seed)
    {
        var history = await RunAsync(seed, workers: 3, events: 5_000, faults: 5, replayFaults: 0, [FaultKind.WorkerFrozen],
            "create or replace function ermine.check_held(removed bigint, expected bigint) returns void language sql as ''");

        var violations = history.Violations();
        output.WriteLine($"{violations.Count} violations, such as: {string.Join(" ", violations.Take(3))}");
        Assert.NotEmpty(violations);
    }

    private async Task<EventHistory> RunAsync(int seed, int workers, int events, int faults, int replayFaults, FaultKind[] kinds, string? sabotage = null)
    {
        var began = Stopwatch.GetTimestamp();
        var random = new Random(seed);
        await using var server = await FaultServer.StartAsync();
        await using var cable = new FaultyCable(server.Port);
        var records = new Records(server, Database, Queues) { Patience = Patience };
        await records.CreateAsync();
        await server.ExecuteAsync(Database, """
            create table sighting (place bigint generated always as identity primary key, subscriber text not null, event int not null, attempt int not null);
            create table noted (event int not null)
            """);
        await using var fleet = new Fleet(new NpgsqlConnectionStringBuilder(server.ConnectionStringTo(Database)) { Port = cable.Port, Pooling = true }.ConnectionString);
        await fleet.StartAsync(workers);
        if (sabotage is not null) await server.ExecuteAsync(Database, sabotage);
        using var entrance = new FleetEntrance(fleet);
        var publisher = new Publisher(entrance, random);
        var injector = new FaultInjector(server, Database, cable, fleet, null, new Random(seed + 1));

        for (var fault = 0; fault < faults; fault++)
        {
            var moment = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var publishing = publisher.PublishAsync(events / faults, mark: random.Next(1, events / faults / 2), moment);
            await moment.Task;
            await Task.WhenAll(publishing, injector.InjectAsync(kinds[fault % kinds.Length]));
        }

        await fleet.CompleteAsync();
        await records.UntilNothingIsLeftAsync(fleet); // what publishers no longer waited for has been committed by now, or never will be
        await ReplayAsync(entrance, random);
        for (var fault = 0; fault < replayFaults; fault++) await injector.InjectAsync(kinds[fault % kinds.Length]);
        await fleet.CompleteAsync();
        await UntilReplayedAsync(server);
        await records.UntilNothingIsLeftAsync(fleet);
        var codes = await fleet.StopAllButOneAsync();
        await records.UntilNothingIsLeftAsync(fleet);

        var history = await ReadAsync(server, publisher.Published);
        var takenOver = (await server.ReadAsync(Database, "select epoch from ermine.event_replay", r => r.GetInt64(0)))[0];
        output.WriteLine($"seed {seed}, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s: {history.Published.Count} events, {history.Published.Count(e => !e.IsAccepted)} of them without a yes, {history.Sightings.Count} effects, "
            + $"{history.Sightings.Count(s => s.Attempt > 1)} done after a redelivery, the replay taken over {takenOver} times, {fleet.LeasesLost} leases lost, {fleet.OutcomesUnknown} commits of unknown outcome; "
            + $"{injector.Injected.Values.Sum()} faults: {string.Join(", ", injector.Injected.Select(i => $"{i.Value} {i.Key}"))}");
        Assert.All(codes, code => Assert.Equal(0, code));
        return history;
    }

    // Asked for twice, which changes nothing.
    private static async Task ReplayAsync(FleetEntrance entrance, Random luck)
    {
        await entrance.UntilAcceptedAsync(HttpMethod.Put, $"/subscriptions/{Replayed}", "", luck);
        for (var i = 0; i < 2; i++) await entrance.UntilAcceptedAsync(HttpMethod.Post, "/_ermine/events/replays", new { name = "all", subscription = Replayed }, luck);
    }

    private static async Task<EventHistory> ReadAsync(FaultServer server, IReadOnlyList<PublishedEvent> published) => new(
        published,
        await server.ReadAsync(Database, "select place, subscriber, event, attempt from sighting", r => new Sighting(r.GetInt64(0), r.GetString(1), r.GetInt32(2), r.GetInt32(3))),
        await server.ReadAsync(Database, "select event from noted", r => r.GetInt32(0)),
        (await server.ReadAsync(Database, string.Join("\nunion all ", Queues.Select(q => $"select count(*) from ermine.{q}_dead")), r => r.GetInt64(0))).Sum());

    private static async Task UntilReplayedAsync(FaultServer server)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(Pace);
        while ((await server.ReadAsync(Database, "select state from ermine.event_replay", r => r.GetString(0))) is not ["done"]) await pace.WaitForNextTickAsync(patience.Token);
    }
}
