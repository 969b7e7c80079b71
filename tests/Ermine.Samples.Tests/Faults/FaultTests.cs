using Ermine.Samples.Tests.Processes;
using Npgsql;
using Xunit.Abstractions;

namespace Ermine.Samples.Tests.Faults;

/// <summary>Workers, their connections and their database die in every way, while messages stream through all kinds of queues.</summary>
[Collection("faults")]
public sealed class FaultTests(ITestOutputHelper output)
{
    /// <summary>From these every random choice is drawn.</summary>
    public static TheoryData<int> Seeds => FaultSeeds.Take(atLength: 1);

    [Theory, MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true), Trait("Category", "Faults")]
    public async Task Every_accepted_message_has_one_end_and_one_effect_in_its_order_whatever_dies(int seed)
    {
        var (messages, faults) = FaultSeeds.AreLong ? (100_200, 200) : (1_998, 9);
        await using var server = await FaultServer.StartAsync();
        await using var cable = new FaultyCable(server.Port);
        var run = new FaultRun(server, cable, new NpgsqlConnectionStringBuilder(server.ConnectionStringTo(FaultRun.Database)) { Port = cable.Port, Pooling = true }.ConnectionString, seed);

        var history = await run.RunAsync(messages, faults);

        output.WriteLine(run.Summary);
        Assert.Equal(messages, history.Sent.Count);
        Assert.InRange(history.Sent.Count(m => m.IsAccepted), messages / 2, messages); // a fault takes along what is under way, not the rest
        Assert.Empty(history.Violations());
    }

    [LongFaultTheory, MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true), Trait("Category", "Faults")]
    public async Task Without_its_fence_a_worker_that_wakes_late_leaves_effects_twice_and_is_found_out(int seed)
    {
        await using var server = await FaultServer.StartAsync();
        await using var cable = new FaultyCable(server.Port);
        var run = new FaultRun(server, cable, new NpgsqlConnectionStringBuilder(server.ConnectionStringTo(FaultRun.Database)) { Port = cable.Port, Pooling = true }.ConnectionString, seed)
        {
            Of = [FaultKind.WorkerFrozen],
            Sabotage = "create or replace function ermine.check_held(removed bigint, expected bigint) returns void language sql as ''",
        };

        var history = await run.RunAsync(messages: 20_000, faults: 8);

        var violations = history.Violations();
        output.WriteLine($"{run.Summary}\n{violations.Count} violations, such as: {string.Join(" ", violations.Take(3))}");
        Assert.NotEmpty(violations);
    }
}
