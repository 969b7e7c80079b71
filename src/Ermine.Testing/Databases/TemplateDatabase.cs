using System.Diagnostics;
using System.Globalization;
using Ermine.Kernel;
using Ermine.Postgres;
using Ermine.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ermine.Testing.Databases;

/// <summary>The database that an app has set up by starting once; it is made anew when the app or Ermine has been built anew.</summary>
internal static class TemplateDatabase<TProgram> where TProgram : class
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    public static Task<string> NameAsync() => Made.Value;

    private static async Task<string> MakeAsync()
    {
        var ct = CancellationToken.None;
        var app = typeof(TProgram).Assembly;
        var prefix = $"template_{Sql.Identifier(app.GetName().Name!)}_";
        var name = prefix + Build(app.ManifestModule.ModuleVersionId) + Build(typeof(PostgresProvider).Assembly.ManifestModule.ModuleVersionId);

        await using var connection = await TestServer.ConnectAsync(ct);
        await using var onlyOne = await connection.BeginTransactionAsync(ct); // of all test processes: the lock ends with it
        await connection.RunAsync("LockTemplates", ct);
        await using var working = await TestServer.ConnectAsync(ct);
        if (await working.ListAsync("FindDatabases", ct, ("pattern", name)) is [_]) return name;

        await DropOldAsync(working, prefix, ct);
        var unfinished = $"unfinished_{name}";
        await working.RunAsync("DropDatabase", ct, ("name", unfinished));
        await working.RunAsync("CreateDatabase", ct, ("name", unfinished), ("template", "template1"));
        var address = await TestServer.AddressOfAsync(unfinished);
        await using (new TestHost<TProgram>(address, new Dictionary<string, string?>(), [WithoutFunctions]))
        {
            // starting applies the schema, which is all that is wanted
        }

        await using (var pooled = new NpgsqlConnection(address)) NpgsqlConnection.ClearPool(pooled);
        await working.RunAsync("RenameDatabase", ct, ("name", unfinished), ("to", name));
        return name;
    }

    // What functions did here every test would begin with: a node takes of a rate even where there is no message yet, and the bucket would be empty.
    private static void WithoutFunctions(IServiceCollection services) => services.Remove(services.Single(s => s.ImplementationType == typeof(FunctionHost)));

    // Templates of earlier builds, and databases of test runs that were killed.
    private static async Task DropOldAsync(NpgsqlConnection connection, string prefix, CancellationToken ct)
    {
        var old = await connection.ListAsync("FindDatabases", ct, ("pattern", prefix.Replace("_", "\\_") + "%"));
        var tests = await connection.ListAsync("FindDatabases", ct, ("pattern", "test\\_%"));
        foreach (var name in old.Concat(tests.Where(IsOrphan))) await connection.RunAsync("DropDatabase", ct, ("name", name));
    }

    private static bool IsOrphan(string database) =>
        int.TryParse(database.Split('_')[1], NumberStyles.None, CultureInfo.InvariantCulture, out var process) && !IsAlive(process);

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false; // which is how the framework says that there is none
        }
    }

    private static string Build(Guid module) => module.ToString("N")[..6];
}
