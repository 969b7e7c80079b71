using Ermine.Events;
using Ermine.Kernel;
using Ermine.Postgres.Commits;
using Ermine.Postgres.Statements;
using Npgsql;
using NpgsqlTypes;

namespace Ermine.Postgres.Events;

/// <summary>Subscriptions in PostgreSQL. Whoever publishes compares their version in the transaction that records the event, so that a change holds for all nodes from its commit on.</summary>
internal sealed class SubscriptionStore(NpgsqlDataSource source) : ISubscriptionStore
{
    private const int MostTidied = 10_000;

    public async Task<StoredSubscriptions> LoadAsync(CancellationToken ct)
    {
        var rows = await source.ReadAsync(Statement.In("Events/load.sql").Bind(), r => (Version: r.GetInt64(0), Subscription: r.IsDBNull(1) ? null : Read(r)), ct);
        return new StoredSubscriptions(rows[0].Version, [.. rows.Select(r => r.Subscription).OfType<StoredSubscription>()]);
    }

    public Task UpsertAsync(IReadOnlyList<StoredSubscription> subscriptions, ICommit? commit, CancellationToken ct)
    {
        StoredSubscription[] all = [.. subscriptions];
        if (all.Length == 0) return Task.CompletedTask;

        return ChangeAsync(Statement.In("Events/upsert.sql").Bind()
            .With("names", Array.ConvertAll(all, s => s.Name))
            .With("buses", Array.ConvertAll(all, s => s.Bus))
            .With("queues", Array.ConvertAll(all, s => s.Queue))
            .With("patterns", Array.ConvertAll(all, s => s.Pattern))
            .With("inputs", Array.ConvertAll(all, s => s.Input))
            .With("templates", Array.ConvertAll(all, s => s.Template), NpgsqlDbType.Array | NpgsqlDbType.Text)
            .With("group_keys", Array.ConvertAll(all, s => s.GroupKey), NpgsqlDbType.Array | NpgsqlDbType.Text)
            .With("declareds", Array.ConvertAll(all, s => s.IsDeclared)), commit, ct);
    }

    public Task RemoveAsync(string name, ICommit? commit, CancellationToken ct) => ChangeAsync(Statement.In("Events/remove.sql").Bind().With("name", name), commit, ct);

    public async Task TidyAsync(IReadOnlyList<string> declared, TimeSpan kept, CancellationToken ct)
    {
        await source.ReadAsync(Statement.In("Events/see.sql").Bind().With("names", declared.ToArray()), _ => 0, ct);
        await source.ReadAsync(Statement.In("Events/tidy_subscriptions.sql").Bind().With("kept", kept), _ => 0, ct);
        while ((await source.ReadAsync(Statement.In("Events/tidy_keys.sql").Bind().With("limit", MostTidied), r => r.GetInt32(0), ct))[0] == MostTidied)
        {
        }
    }

    private async Task ChangeAsync(BoundStatement statement, ICommit? commit, CancellationToken ct)
    {
        if (commit is PostgresCommit joined) joined.Add(statement, static () => { });
        else await DirectCommit.RunAsync(source, [statement], ct);
    }

    private static StoredSubscription Read(NpgsqlDataReader row) => new(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4))
    {
        Input = row.GetString(5),
        GroupKey = row.IsDBNull(6) ? null : row.GetString(6),
        IsDeclared = row.GetBoolean(7),
        Template = row.IsDBNull(8) ? null : row.GetString(8),
    };
}
