using Marten;
using Npgsql;

namespace Ermine.Postgres.Tests.Databases;

/// <summary>A database of a test's own: empty, or copied from one that has the schema and the table of <see cref="Effect"/>.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private static int _made;

    private readonly string _name;

    private TestDatabase(string name, string connectionString)
    {
        _name = name;
        ConnectionString = connectionString;
        Source = NpgsqlDataSource.Create(connectionString);
    }

    public string ConnectionString { get; }

    /// <summary>Connections for the test itself.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>A database that Ermine has never seen.</summary>
    public static Task<TestDatabase> EmptyAsync() => CreateAsync("template1");

    /// <summary>A database with the schema.</summary>
    public static async Task<TestDatabase> MigratedAsync() => await CreateAsync(await Template.Value);

    /// <summary>One value of one row.</summary>
    public async Task<T> AskAsync<T>(string question)
    {
        await using var command = Source.CreateCommand(question);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Runs a statement.</summary>
    public async Task RunAsync(string statement)
    {
        await using var command = Source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await TestServer.RunAsync($"drop database if exists {_name} with (force)");
    }

    private static async Task<TestDatabase> CreateAsync(string template)
    {
        var name = $"postgres_tests_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}";
        await TestServer.RunAsync($"create database {name} template {template}");
        return new TestDatabase(name, await TestServer.AddressOfAsync(name));
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var database = await EmptyAsync();
        await (await TestNode.StartAsync(database.ConnectionString, services => services.ConfigureMarten(marten => marten.RegisterDocumentType<Effect>()))).DisposeAsync();
        await database.Source.DisposeAsync(); // a database is copied only while nobody uses it
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return database._name;
    }
}
