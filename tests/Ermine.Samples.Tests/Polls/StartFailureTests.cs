using System.Net;
using System.Net.Sockets;
using Ermine.Samples.Tests.Processes;
using Npgsql;
using Polls;

namespace Ermine.Samples.Tests.Polls;

/// <summary>What a newcomer reads when the database is not what the app needs: one message, no stack trace, exit code 1.</summary>
public sealed class StartFailureTests
{
    [Fact]
    public async Task A_server_that_does_not_listen_is_named_with_what_to_do()
    {
        var printed = await FailAsync("Host=127.0.0.1;Port=1;Database=polls;Username=polls;Password=secret");

        Assert.Contains("127.0.0.1", printed);
        Assert.Contains("ConnectionStrings:ermine", printed);
        Assert.DoesNotContain("secret", printed);
    }

    [Fact]
    public async Task A_wrong_password_is_said_to_be_one_and_not_printed()
    {
        await using var database = await ProcessDatabase.CreateAsync();
        var address = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Password = "not-the-password" };

        var printed = await FailAsync(address.ConnectionString);

        Assert.Contains("password", printed);
        Assert.DoesNotContain("not-the-password", printed);
    }

    [Fact]
    public async Task A_schema_that_is_newer_than_the_app_is_not_touched()
    {
        await using var database = await ProcessDatabase.CreateAsync();
        await using (var app = await AppProcess.StartAsync(typeof(Voting).Assembly.Location, "--urls=http://127.0.0.1:0", $"--ConnectionStrings:ermine={database.ConnectionString}"))
            await app.StopAsync();
        await using (var source = NpgsqlDataSource.Create(database.ConnectionString))
        await using (var newer = source.CreateCommand("insert into ermine.migration (number, name, checksum) values (9999, 'from-the-future', 'x')"))
            await newer.ExecuteNonQueryAsync();

        var printed = await FailAsync(database.ConnectionString);

        Assert.Contains("9999", printed);
        Assert.Contains("knows versions up to", printed);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_named_with_what_to_do()
    {
        await using var database = await ProcessDatabase.CreateAsync();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var printed = await FailAsync(database.ConnectionString, $"--urls=http://{other.LocalEndpoint}");

        Assert.Contains($"{other.LocalEndpoint}", printed);
        Assert.Contains("--urls", printed);
    }

    [Fact]
    public async Task An_app_that_is_stopped_while_it_starts_ends_without_a_complaint()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var app = AppProcess.Launch(typeof(Voting).Assembly.Location, $"--ConnectionStrings:ermine=Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Database=polls;Username=polls;Password=secret");

        using var starting = await silent.AcceptTcpClientAsync();
        var code = await app.StopAsync();

        Assert.Equal(0, code);
        Assert.DoesNotContain("Unhandled", app.Output);
    }

    private static async Task<string> FailAsync(string connectionString, string urls = "--urls=http://127.0.0.1:0")
    {
        await using var app = AppProcess.Launch(typeof(Voting).Assembly.Location, urls, $"--ConnectionStrings:ermine={connectionString}");
        var code = await app.ExitAsync();

        Assert.Equal(1, code);
        Assert.Contains("Ermine cannot start.", app.Output);
        Assert.DoesNotContain("   at ", app.Output); // no stack trace
        return app.Output;
    }
}
