using System.Diagnostics;
using System.Globalization;

namespace Ermine.Postgres.Tests.Development;

public sealed class OrphanTests(TemplateFixture template) : CheckoutTests(template)
{
    [Fact]
    public async Task A_server_whose_user_was_killed_is_reused_and_stopped_by_the_next()
    {
        using var killed = await UserProcess.StartAsync(Checkout);
        await killed.KillAsync();
        var orphan = Checkout.Postmaster;

        var server = await Checkout.AcquireAsync();
        var found = Checkout.Postmaster;
        await server.DisposeAsync();

        Assert.True(killed.Started);
        Assert.Equal(killed.Postmaster, orphan);
        Assert.False(server.Started);
        Assert.Equal(orphan, found);
        Assert.Equal(0, Checkout.Postmaster);
    }

    [Fact]
    public async Task Processes_that_start_at_once_share_one_server()
    {
        var users = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => UserProcess.StartAsync(Checkout)));

        Assert.Single(users, user => user.Started);
        Assert.Single(users.Select(user => user.Postmaster).Distinct());
        await Task.WhenAll(users.Select(user => user.LeaveAsync()));
        Assert.Equal(0, Checkout.Postmaster);
    }

    [Fact]
    public async Task A_user_in_another_process_keeps_the_server()
    {
        using var other = await UserProcess.StartAsync(Checkout);
        var server = await Checkout.AcquireAsync();

        await server.DisposeAsync();
        var after = Checkout.Postmaster;

        Assert.Equal(other.Postmaster, after);
        await other.LeaveAsync();
        Assert.Equal(0, Checkout.Postmaster);
    }

    [Fact]
    public async Task A_server_that_was_killed_itself_is_started_again()
    {
        await using var before = await Checkout.AcquireAsync();
        using (var postmaster = Process.GetProcessById(Checkout.Postmaster))
        {
            postmaster.Kill();
            await postmaster.WaitForExitAsync();
        }

        await using var after = await Checkout.AcquireAsync();

        Assert.True(after.Started);
        Assert.Equal(before.ConnectionString, after.ConnectionString);
    }

    [LinuxFact]
    public async Task A_server_that_was_killed_is_started_on_its_port_though_its_orphans_take_a_while_to_end()
    {
        await using var before = await Checkout.AcquireAsync();
        var (postmaster, log) = (Checkout.Postmaster, Checkout.Cluster.Log);
        var orphan = int.Parse((await File.ReadAllTextAsync($"/proc/{postmaster}/task/{postmaster}/children")).Split(' ')[0], CultureInfo.InvariantCulture);
        await SignalAsync("STOP", orphan);
        await SignalAsync("KILL", postmaster);
        await Checkout.HasEndedAsync(postmaster);

        var starting = Checkout.AcquireAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await File.ReadAllTextAsync(log, limit.Token)).Contains("is still in use", StringComparison.Ordinal)) await Task.Delay(5, limit.Token);
        await SignalAsync("CONT", orphan);
        await using var after = await starting;

        Assert.True(after.Started);
        Assert.Equal(before.ConnectionString, after.ConnectionString);
    }

    [Fact]
    public async Task A_postmaster_file_left_over_from_before_a_reboot_does_not_keep_the_server_from_starting()
    {
        await (await Checkout.AcquireAsync()).DisposeAsync();
        var data = Checkout.Cluster.Data;
        await File.WriteAllTextAsync(Path.Combine(data, "postmaster.pid"), $"{Environment.ProcessId}\n{data}\n1700000000\n54321\n\n127.0.0.1\n");

        await using var server = await Checkout.AcquireAsync();

        Assert.True(server.Started);
    }

    private static async Task SignalAsync(string name, int process)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process}"]);
        await kill.WaitForExitAsync();
    }
}
