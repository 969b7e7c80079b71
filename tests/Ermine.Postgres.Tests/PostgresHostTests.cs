using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Ermine.Kernel;
using Ermine.Postgres.Tests.Databases;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Ermine.Postgres.Tests;

/// <summary>How an app meets its database.</summary>
public sealed class PostgresHostTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.EmptyAsync();

    [Fact]
    public async Task Without_a_connection_string_production_says_what_to_set()
    {
        var refused = await RefusedAsync(TestNode.Builder(null, "Production"));

        Assert.Contains("ConnectionStrings__ermine", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_said_without_saying_the_password()
    {
        var address = With(b => b.Password = "open-sesame");

        var refused = await RefusedAsync(TestNode.Builder(address));

        Assert.Contains("refuses the password", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"database {new NpgsqlConnectionStringBuilder(address).Database} on 127.0.0.1:", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("open-sesame", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_named()
    {
        var refused = await RefusedAsync(TestNode.Builder(With(b => b.Database = "nowhere")));

        Assert.Contains("database \"nowhere\" does not exist", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named_with_host_and_port()
    {
        var refused = await RefusedAsync(TestNode.Builder("Host=127.0.0.1;Port=1;Database=d;Username=u;Password=secret"));

        Assert.Contains("database d on 127.0.0.1:1 as user u (from ConnectionStrings:ermine), but nothing answers there", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_connection_string_is_refused()
    {
        var refused = await RefusedAsync(TestNode.Builder("Hots=localhost"));

        Assert.Contains("ConnectionStrings:ermine is no connection string", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_refuses_an_empty_database_and_names_the_command()
    {
        var refused = await RefusedAsync(TestNode.Builder(_database.ConnectionString, "Production"));

        Assert.Contains("--Ermine:Migrate=only", refused.Message, StringComparison.Ordinal);
        Assert.True(await _database.AskAsync<bool>("select to_regnamespace('ermine') is null"));
    }

    [Fact]
    public async Task Production_refuses_a_database_without_the_tables_of_a_queue()
    {
        await (await TestNode.StartAsync(_database.ConnectionString)).DisposeAsync();

        var refused = await RefusedAsync(TestNode.Builder(_database.ConnectionString, "Production", Catalog("votes")));

        Assert.Contains("no tables for the queue(s) votes", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_refuses_a_database_without_the_tables_of_a_document()
    {
        await (await TestNode.StartAsync(_database.ConnectionString)).DisposeAsync();
        var builder = TestNode.Builder(_database.ConnectionString, "Production");
        builder.Services.ConfigureMarten(marten => marten.RegisterDocumentType<Effect>());

        var refused = await RefusedAsync(builder);

        Assert.Contains("tables for documents", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Development_makes_schema_queues_and_documents()
    {
        var builder = TestNode.Builder(_database.ConnectionString, "Development", Catalog("votes"));
        builder.Services.ConfigureMarten(marten => marten.RegisterDocumentType<Effect>());

        await using var node = await TestNode.StartAsync(builder);

        Assert.Equal("votes", Assert.Single(await node.Store.DepthsAsync(CancellationToken.None)).Queue);
        Assert.False(await _database.AskAsync<bool>("select to_regclass('app.mt_doc_effect') is null"));
    }

    [Fact]
    public async Task Production_starts_on_what_development_made()
    {
        await (await TestNode.StartAsync(TestNode.Builder(_database.ConnectionString, "Development", Catalog("votes")))).DisposeAsync();

        await using var node = await TestNode.StartAsync(TestNode.Builder(_database.ConnectionString, "Production", Catalog("votes")));

        Assert.Equal("votes", Assert.Single(await node.Store.DepthsAsync(CancellationToken.None)).Queue);
    }

    [Fact]
    public async Task The_report_says_which_PostgreSQL_and_why()
    {
        await using var node = await TestNode.StartAsync(_database.ConnectionString);

        var (_, line) = Assert.Single(node.Services.GetRequiredService<StartupReport>().Lines, l => l.Title == "PostgreSQL");

        Assert.Contains("from ConnectionStrings:ermine", line, StringComparison.Ordinal);
        Assert.DoesNotContain(new NpgsqlConnectionStringBuilder(_database.ConnectionString).Password!, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_life_of_a_node_has_a_number_of_its_own()
    {
        await using var node = await TestNode.StartAsync(TestNode.Builder(_database.ConnectionString, "Development", Catalog("votes")));
        await using var other = await TestNode.StartAsync(TestNode.Builder(_database.ConnectionString, "Development", Catalog("votes")));

        var one = await node.Store.ClaimAsync(new WorkClaim("votes", 1, TimeSpan.FromSeconds(1)), CancellationToken.None);
        var two = await other.Store.ClaimAsync(new WorkClaim("votes", 1, TimeSpan.FromSeconds(1)), CancellationToken.None);

        Assert.NotEqual(one.Owner, two.Owner);
    }

    [Fact]
    public async Task The_database_is_being_reached_while_the_host_still_makes_its_services()
    {
        using var server = Mute(out var address);
        var builder = TestNode.Builder(address);
        var knocked = false;
        builder.Services.AddSingleton<IHostedService>(_ =>
        {
            var knock = server.AcceptTcpClientAsync();
            knocked = knock.Wait(Patience);
            if (knocked) knock.Result.Close();
            throw new InvalidOperationException("No service is started in this test.");
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => TestNode.StartAsync(builder));

        Assert.True(knocked);
    }

    [Fact]
    public async Task A_start_that_fails_for_another_reason_does_not_wait_for_a_server_that_does_not_answer()
    {
        using var server = Mute(out var address);
        var catalog = new FunctionCatalog();
        catalog.Omit("Voting.Tally", "ERM001", "it is private");

        var refused = await Task.Run(() => RefusedAsync(TestNode.Builder(address, catalog: catalog))).WaitAsync(Patience);

        Assert.Contains("ERM001", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readiness_turns_red_while_the_database_is_lost_and_green_when_it_is_back()
    {
        await using var proxy = await Proxy.ToAsync(_database.ConnectionString);
        await using var node = await TestNode.StartAsync(proxy.ConnectionString);
        var health = node.Services.GetRequiredService<HealthCheckService>();

        var before = await health.CheckHealthAsync();
        proxy.Refuse();
        var lost = await health.CheckHealthAsync();
        proxy.Accept();
        var started = Stopwatch.GetTimestamp();
        HealthReport back;
        do back = await health.CheckHealthAsync(); // a check is red after two seconds, which a first connection may take on a busy machine
        while (back.Status != HealthStatus.Healthy && Stopwatch.GetElapsedTime(started) < Patience);

        Assert.Equal((HealthStatus.Healthy, HealthStatus.Unhealthy, HealthStatus.Healthy), (before.Status, lost.Status, back.Status));
    }

    [Theory, InlineData("maybe"), InlineData("1")]
    public void A_setting_that_is_none_of_the_modes_is_refused(string mode)
    {
        var refused = Assert.Throws<ErmineStartupException>(() => TestNode.Builder(null, settings: ("Ermine:Migrate", mode)));

        Assert.Contains("auto, check, only and script", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_name_that_is_not_allowed_is_refused_at_start()
    {
        var refused = await RefusedAsync(TestNode.Builder(_database.ConnectionString, "Development", Catalog("Votes!")));

        Assert.Contains("'Votes!' is not allowed", refused.Message, StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private static Task<ErmineStartupException> RefusedAsync(HostApplicationBuilder builder) => Assert.ThrowsAsync<ErmineStartupException>(() => TestNode.StartAsync(builder));

    // Lets itself be connected to, and says nothing.
    private static TcpListener Mute(out string address)
    {
        var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        address = $"Host=127.0.0.1;Port={((IPEndPoint)server.LocalEndpoint).Port};Database=d;Username=u;Password=secret;Timeout=300";
        return server;
    }

    private static FunctionCatalog Catalog(params string[] queues)
    {
        var catalog = new FunctionCatalog();
        foreach (var queue in queues) catalog.AddContract(new QueueAttribute(queue));
        return catalog;
    }

    private string With(Action<NpgsqlConnectionStringBuilder> change)
    {
        var builder = new NpgsqlConnectionStringBuilder(_database.ConnectionString);
        change(builder);
        return builder.ConnectionString;
    }
}
