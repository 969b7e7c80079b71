using Ermine.Postgres.Connections;
using Ermine.Postgres.Statements;
using Ermine.Postgres.Tests.Databases;
using Npgsql;

namespace Ermine.Postgres.Tests.Connections;

public sealed class ConnectionSettingsTests
{
    [Theory]
    [InlineData("Host=db", 200, true)]
    [InlineData("Host=db;Max Auto Prepare=0", 0, true)]
    [InlineData("Host=db;MaxAutoPrepare=7;NoResetOnClose=false", 7, false)]
    public void What_the_app_says_goes_before_the_defaults(string given, int prepared, bool isNotReset)
    {
        var completed = Completed(given);

        Assert.Equal((prepared, isNotReset, "shop"), (completed.MaxAutoPrepare, completed.NoResetOnClose, completed.ApplicationName));
    }

    [Fact]
    public async Task A_statement_is_prepared_when_it_is_used_again()
    {
        await using var database = await TestDatabase.MigratedAsync();
        await using var source = NpgsqlDataSource.Create(Completed(database.ConnectionString).ConnectionString);

        for (var i = 0; i < 3; i++) await source.ReadAsync(Statement.In("Clock/now.sql").Bind(), _ => 0, CancellationToken.None);

        await using var ask = source.CreateCommand("select count(*) from pg_prepared_statements where statement like '%ermine.now()%'");
        Assert.Equal(1L, await ask.ExecuteScalarAsync());
    }

    private static NpgsqlConnectionStringBuilder Completed(string given) => new(ConnectionSettings.Completed(new NpgsqlConnectionStringBuilder(given), "shop"));
}
