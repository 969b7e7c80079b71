namespace Ermine.Postgres.Tests.Development;

/// <summary>What a developer can break, and is told how to mend.</summary>
public sealed class FailureTests(TemplateFixture template) : CheckoutTests(template)
{
    [Fact]
    public async Task Data_of_another_major_version_is_named_as_such()
    {
        await StopHavingStartedAsync();
        await File.WriteAllTextAsync(Path.Combine(Checkout.Cluster.Data, "PG_VERSION"), "12\n");

        var message = await FailureAsync();

        Assert.Contains($"{Checkout.Cluster.Data} was made by PostgreSQL 12", message, StringComparison.Ordinal);
        Assert.Contains("Rename it to postgres-12", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_password_is_named_as_such()
    {
        await StopHavingStartedAsync();
        File.Delete(Checkout.Cluster.Password);

        var message = await FailureAsync();

        Assert.Contains($"{Checkout.Cluster.Password} is missing", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_start_shows_the_end_of_its_log()
    {
        await StopHavingStartedAsync();
        await File.AppendAllTextAsync(Path.Combine(Checkout.Cluster.Data, "postgresql.conf"), "no_such_setting = on\n");

        var message = await FailureAsync();

        Assert.Contains("unrecognized configuration parameter \"no_such_setting\"", message, StringComparison.Ordinal);
        Assert.Contains("delete that folder", message, StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task An_initdb_that_fails_shows_its_last_lines()
    {
        var bin = Directory.CreateDirectory(Path.Combine(Checkout.Path, "bin")).FullName;
        ShellScript.Write(Path.Combine(bin, "postgres"), "echo 'postgres (PostgreSQL) 17.2'");
        ShellScript.Write(Path.Combine(bin, "pg_ctl"), "exit 1");
        ShellScript.Write(Path.Combine(bin, "initdb"), "echo 'initdb: error: no space left on device' >&2; exit 1");
        await using var checkout = new Checkout(Checkout.Places.Cache) { Places = Checkout.Places with { Named = bin } };

        var failure = await Assert.ThrowsAsync<PostgresUnavailableException>(checkout.AcquireAsync);

        Assert.EndsWith("initdb: error: no space left on device", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_failure_the_next_start_is_free_to_succeed()
    {
        await StopHavingStartedAsync();
        var (password, away) = (Checkout.Cluster.Password, Checkout.Cluster.Password + ".away");
        File.Move(password, away);
        await FailureAsync();
        File.Move(away, password);

        await using var server = await Checkout.AcquireAsync();

        Assert.True(server.Started);
    }

    private async Task StopHavingStartedAsync() => await (await Checkout.AcquireAsync()).DisposeAsync();

    private async Task<string> FailureAsync() => (await Assert.ThrowsAsync<PostgresUnavailableException>(Checkout.AcquireAsync)).Message;
}
