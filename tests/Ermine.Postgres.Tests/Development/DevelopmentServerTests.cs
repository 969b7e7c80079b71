using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Ermine.Postgres.Tests.Development;

public sealed class DevelopmentServerTests(TemplateFixture template) : CheckoutTests(template)
{
    [Fact]
    public async Task The_first_user_starts_a_server_that_answers()
    {
        await using var server = await Checkout.AcquireAsync();

        var version = await ScalarAsync(server.ConnectionString, "show server_version");

        Assert.True(server.Started);
        Assert.StartsWith(version.Split(' ')[0], server.Description["PostgreSQL ".Length..], StringComparison.Ordinal);
        Assert.Equal("*\n", await File.ReadAllTextAsync(Path.Combine(Checkout.Path, ".ermine", ".gitignore")));
    }

    [Fact]
    public async Task A_second_user_reuses_the_server_and_the_last_one_out_stops_it()
    {
        var first = await Checkout.AcquireAsync();
        var second = await Checkout.AcquireAsync();
        var postmaster = Checkout.Postmaster;

        await first.DisposeAsync();
        var afterFirst = await ScalarAsync(second.ConnectionString, "select 'still here'");
        await second.DisposeAsync();

        Assert.False(second.Started);
        Assert.Equal("still here", afterFirst);
        await Checkout.HasEndedAsync(postmaster);
        Assert.Equal(0, Checkout.Postmaster);
    }

    [Fact]
    public async Task What_was_written_is_there_at_the_next_start_and_the_port_is_the_same()
    {
        var first = await Checkout.AcquireAsync();
        var written = await first.ConnectionStringForAsync("shop", CancellationToken.None);
        await ScalarAsync(written, "create table kept as select 42 as answer; select ''");
        await first.DisposeAsync();

        await using var second = await Checkout.AcquireAsync();
        var read = await second.ConnectionStringForAsync("shop", CancellationToken.None);

        Assert.True(second.Started);
        Assert.Equal(written, read);
        Assert.Equal("42", await ScalarAsync(read, "select answer::text from kept"));
    }

    [Fact]
    public async Task A_port_that_somebody_took_meanwhile_is_exchanged_for_another()
    {
        var first = await Checkout.AcquireAsync();
        var port = new NpgsqlConnectionStringBuilder(first.ConnectionString).Port;
        await first.DisposeAsync();
        using var somebody = new TcpListener(IPAddress.Loopback, port);
        somebody.Start();

        await using var second = await Checkout.AcquireAsync();

        Assert.NotEqual(port, new NpgsqlConnectionStringBuilder(second.ConnectionString).Port);
    }

    [Fact]
    public async Task Users_who_come_and_go_at_once_always_find_a_server_that_answers()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(ComeAndGoAsync)));

        Assert.Equal(0, Checkout.Postmaster);

        async Task ComeAndGoAsync()
        {
            for (var visit = 0; visit < 4; visit++)
            {
                await using var server = await Checkout.AcquireAsync();
                Assert.Equal("here", await ScalarAsync(server.ConnectionString, "select 'here'"));
            }
        }
    }

    [Fact]
    public async Task Eight_users_at_once_get_one_server()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Checkout.AcquireAsync)));

        var connections = servers.Select(server => server.ConnectionString).Distinct();

        Assert.Single(connections);
        Assert.Single(servers, server => server.Started);
        await Task.WhenAll(servers.Select(server => server.DisposeAsync().AsTask()));
        Assert.Equal(0, Checkout.Postmaster);
    }

    [Fact]
    public async Task Eight_askers_for_one_database_all_get_it()
    {
        await using var server = await Checkout.AcquireAsync();

        var names = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.ConnectionStringForAsync("My \"Shop\"", CancellationToken.None)));

        Assert.Equal("My \"Shop\"", await ScalarAsync(Assert.Single(names.Distinct()), "select current_database()::text"));
    }

    [Fact]
    public async Task Two_checkouts_have_two_servers()
    {
        await using var other = new Checkout(Checkout.Places.Cache);

        await using var here = await Checkout.AcquireAsync();
        await using var there = await other.AcquireAsync();

        Assert.NotEqual(here.ConnectionString, there.ConnectionString);
        Assert.True(there.Started);
    }

    [Fact]
    public async Task A_client_that_is_killed_is_noticed_within_a_second_where_the_server_can()
    {
        await using var server = await Checkout.AcquireAsync();

        var options = new NpgsqlConnectionStringBuilder(server.ConnectionString).Options;

        Assert.Equal(Checkout.Cluster.Major >= 14 && !OperatingSystem.IsWindows() ? "-c client_connection_check_interval=1000" : null, options);
    }

    private static async Task<string> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
