using Ermine.Conformance;
using Npgsql;

namespace Ermine.Postgres.Tests;

/// <summary>A send whose transaction the test ends.</summary>
internal sealed class HeldTransaction(NpgsqlTransaction transaction) : HeldSend
{
    private readonly NpgsqlConnection _connection = transaction.Connection!;

    public override Task CommitAsync() => transaction.CommitAsync();

    public override async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
