using Npgsql;

namespace Ermine.Testing.Databases;

/// <summary>A database for one test, copied from the app's template: some tens of milliseconds.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static int _made;

    private readonly string _name;

    private TestDatabase(string name, string connectionString) => (_name, ConnectionString) = (name, connectionString);

    public string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync<TProgram>(CancellationToken ct) where TProgram : class
    {
        var template = await TemplateDatabase<TProgram>.NameAsync();
        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}";
        await using var connection = await TestServer.ConnectAsync(ct);
        await connection.RunAsync("CreateDatabase", ct, ("name", name), ("template", template));
        return new TestDatabase(name, await TestServer.AddressOfAsync(name));
    }

    public async ValueTask DisposeAsync()
    {
        await using (var pooled = new NpgsqlConnection(ConnectionString)) NpgsqlConnection.ClearPool(pooled);
        await using var connection = await TestServer.ConnectAsync(CancellationToken.None);
        await connection.RunAsync("DropDatabase", CancellationToken.None, ("name", _name));
    }
}
