using Ermine.Samples.Tests.Faults;
using Ermine.Samples.Tests.Processes;
using Xunit.Abstractions;

namespace Ermine.Samples.Tests.Schedules;

/// <summary>Nodes are killed and stand still at random, while schedules fire each second.</summary>
[Collection("faults")]
public sealed class ScheduleFaultTests(ITestOutputHelper output)
{
    private const string Database = "ticks";

    // Longer than the lease of the workers, in real time.
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>From these every random choice is drawn.</summary>
    public static TheoryData<int> Seeds => FaultSeeds.Take(atLength: 1);

    [Theory, MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true), Trait("Category", "Faults")]
    public async Task Every_slot_has_one_effect_whichever_nodes_die_or_stand_still(int seed)
    {
        var (nodes, schedules, slots) = FaultSeeds.AreLong ? (8, 20, 1_000) : (3, 20, 100);
        var random = new Random(seed);
        await using var server = await FaultServer.StartAsync();
        await server.CreateDatabaseAsync(Database);
        await server.ExecuteAsync(Database, "create table tick (schedule text not null, slot timestamptz not null, attempt int not null)");
        await using var fleet = new Fleet(server.ConnectionStringTo(Database));
        await fleet.StartAsync(nodes);
        await AskAsync(fleet.Any(random), HttpMethod.Put, schedules);
        var first = await AskAsync<DateTime>(server, "select max(next_slot) from ermine.schedule");

        var (kills, freezes) = (0, 0);
        for (var fired = 0L; fired < slots; fired = await UntilFiredAsync(server, fired + (2 * schedules)))
        {
            if (random.Next(2) == 0)
            {
                await fleet.KillAsync(random);
                if (++kills % 3 == 0) await fleet.CompleteAsync(); // so that some of them work, rather than all of them start
            }
            else
            {
                var frozen = fleet.Any(random);
                await frozen.FreezeAsync();
                await Task.Delay(Frozen);
                await frozen.ThawAsync();
                freezes++;
            }
        }

        await fleet.CompleteAsync();
        await AskAsync(fleet.Any(random), HttpMethod.Delete, schedules);
        var end = await AskAsync<DateTime>(server, "select min(next_slot) from ermine.schedule");
        var expected = (long)(end - first).TotalSeconds;
        await UntilNothingIsLeftAsync(server);

        var counted = $"from tick where slot >= '{first:O}' and slot < '{end:O}'";
        var effects = await AskAsync<long>(server, $"select count(*) {counted}");
        var done = await AskAsync<long>(server, $"select count(distinct (schedule, slot)) {counted}");
        var repeated = await AskAsync<long>(server, $"select count(*) {counted} and attempt > 1");
        output.WriteLine($"seed {seed}: {nodes} nodes, {kills} kills, {freezes} freezes, {fleet.LeasesLost} leases lost; {effects} effects for {expected * schedules} slots, {effects - done} duplicated, {(expected * schedules) - done} missing, {repeated} done by a later attempt");
        Assert.True(expected * schedules >= slots * 0.8, $"only {expected} seconds were looked at");
        Assert.Equal((expected * schedules, expected * schedules), (effects, done));
    }

    private static async Task AskAsync(AppProcess node, HttpMethod method, int schedules)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(node.Address, $"/ticks/{schedules}"));
        (await http.SendAsync(request)).EnsureSuccessStatusCode();
    }

    private static async Task<T> AskAsync<T>(FaultServer server, string question) => (await server.ReadAsync(Database, question, reader => reader.GetFieldValue<T>(0)))[0];

    // Between two faults some schedules fire; only then is the next one a fault of another moment.
    private static async Task<long> UntilFiredAsync(FaultServer server, long slots)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(Pace);
        while (true)
        {
            if (await AskAsync<long>(server, "select count(*) from ermine.schedule_slot") is var fired && fired >= slots) return fired;
            await pace.WaitForNextTickAsync(patience.Token);
        }
    }

    private static async Task UntilNothingIsLeftAsync(FaultServer server)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(Pace);
        while (await AskAsync<long>(server, "select (select count(*) from ermine.schedule_timekeeping_tick_ready) + (select count(*) from ermine.schedule_timekeeping_tick_later)") > 0) await pace.WaitForNextTickAsync(patience.Token);
    }
}
