using Ermine.Samples.Tests.Processes;
using Npgsql;
using Xunit.Abstractions;

namespace Ermine.Samples.Tests.Faults;

/// <summary>The same behind PgBouncer in transaction mode. Its 1.18 knows no prepared statements, and it passes no options of a session on.</summary>
[Collection("faults")]
public sealed class PgBouncerTests(ITestOutputHelper output)
{
    /// <summary>From these every random choice is drawn.</summary>
    public static TheoryData<int> Seeds => FaultSeeds.Take(atLength: 1);

    [PgBouncerTheory, MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true), Trait("Category", "Faults")]
    public async Task Every_accepted_message_has_one_end_behind_PgBouncer_whatever_dies(int seed)
    {
        var (messages, faults) = FaultSeeds.AreLong ? (9_900, 99) : (495, 9);
        await using var server = await FaultServer.StartAsync();
        await using var bouncer = await PgBouncer.StartAsync(server, FaultRun.Database);
        await using var cable = new FaultyCable(bouncer.Port);
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionStringTo(FaultRun.Database)) { Port = cable.Port, Pooling = true, Options = null, MaxAutoPrepare = 0 };
        var run = new FaultRun(server, cable, settings.ConnectionString, seed, behind: bouncer.Port);

        var history = await run.RunAsync(messages, faults);

        output.WriteLine(run.Summary);
        Assert.Equal(messages, history.Sent.Count);
        Assert.Empty(history.Violations());
    }
}
