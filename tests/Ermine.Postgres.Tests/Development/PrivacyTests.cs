using System.Globalization;
using System.Runtime.Versioning;
using Ermine.Postgres.Development;
using Npgsql;

namespace Ermine.Postgres.Tests.Development;

/// <summary>What the server must never be or do; read from the kernel, so on Linux.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PrivacyTests(TemplateFixture template) : CheckoutTests(template)
{
    [LinuxFact]
    public async Task It_listens_on_the_loopback_and_nowhere_else()
    {
        await using var server = await Checkout.AcquireAsync();
        var port = new NpgsqlConnectionStringBuilder(server.ConnectionString).Port;

        var listening = File.ReadLines("/proc/net/tcp").Concat(File.ReadLines("/proc/net/tcp6"))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == "0A" && fields[1].EndsWith($":{port:X4}", StringComparison.Ordinal))
            .Select(fields => fields[1]);

        Assert.Equal([$"0100007F:{port:X4}"], listening);
    }

    [LinuxFact]
    public async Task It_does_not_run_as_root()
    {
        await using var server = await Checkout.AcquireAsync();

        var uids = File.ReadLines($"/proc/{Checkout.Postmaster}/status").Single(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1..];

        Assert.DoesNotContain("0", uids);
    }

    [RootFact]
    public async Task Data_that_a_user_made_stays_his_when_root_starts_the_server()
    {
        await (await Checkout.AcquireAsync()).DisposeAsync();
        var chown = await Command.RunAsync(["chown", "-R", "nobody", Checkout.Cluster.Data, Checkout.Cluster.Log], "/", TimeSpan.FromSeconds(60), CancellationToken.None);

        await using var server = await Checkout.AcquireAsync();

        Assert.True(chown.Succeeded);
        Assert.Equal("nobody", (await Account.FindAsync(Checkout.Cluster.Data, CancellationToken.None))!.Name);
        Assert.NotEqual(0, Checkout.Postmaster);
    }

    [LinuxFact]
    public async Task It_has_a_session_of_its_own_so_that_no_terminal_interrupts_it()
    {
        await using var server = await Checkout.AcquireAsync();

        var stat = await File.ReadAllTextAsync($"/proc/{Checkout.Postmaster}/stat");
        var session = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3];

        Assert.Equal(Checkout.Postmaster, int.Parse(session, CultureInfo.InvariantCulture));
    }

    [LinuxFact]
    public async Task It_holds_no_pipe_or_lock_of_the_process_that_started_it()
    {
        using var user = await UserProcess.StartAsync(Checkout);

        var held = Directory.EnumerateFiles($"/proc/{Checkout.Postmaster}/fd").Select(fd => new FileInfo(fd).LinkTarget).ToList();
        var itsOwn = Directory.EnumerateFiles($"/proc/{Environment.ProcessId}/fd").Select(fd => new FileInfo(fd).LinkTarget);

        Assert.DoesNotContain(held, target => target!.EndsWith(".lock", StringComparison.Ordinal));
        Assert.DoesNotContain(held, target => target!.StartsWith("pipe:", StringComparison.Ordinal) && itsOwn.Contains(target));
        Assert.Contains(Checkout.Cluster.Log, held);
        await user.LeaveAsync();
    }

    [LinuxFact]
    public async Task Its_password_is_for_its_owner_only()
    {
        await using var server = await Checkout.AcquireAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Checkout.Cluster.Password));
    }

    [LinuxFact]
    public async Task Nobody_gets_in_without_the_password()
    {
        await using var server = await Checkout.AcquireAsync();
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guess", Pooling = false }.ConnectionString);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync());

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [LinuxFact]
    public async Task A_checkout_that_the_servers_account_cannot_enter_keeps_its_data_elsewhere_and_says_so()
    {
        await using var secret = new Checkout(Checkout.Places.Cache, secret: true);

        await using var server = await secret.AcquireAsync();
        await using var again = await secret.AcquireAsync();

        Assert.False(again.Started);
        Assert.Contains(Account.IsNeeded ? $"data in {ErmineFolder.Of(secret.Path).Elsewhere}" : "data in .ermine", server.Description, StringComparison.Ordinal);
    }
}
