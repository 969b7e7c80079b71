using Ermine.Postgres.Migrations;
using JasperFx;
using Marten;
using Npgsql;
using Weasel.Core;
using Weasel.Core.Migrations;

namespace Ermine.Postgres.Documents;

/// <summary>The tables of the documents that Marten was told of: those of <c>ConfigureMarten(o => o.RegisterDocumentType&lt;T&gt;())</c> and its like.</summary>
internal sealed class MartenSchema(IDocumentStore store) : IDocumentSchema
{
    public async Task<string?> DifferenceAsync(CancellationToken ct)
    {
        var database = store.Storage.Database;
        var migration = await database.CreateMigrationAsync(ct);
        if (migration.Difference == SchemaPatchDifference.None)
        {
            ((DatabaseBase<NpgsqlConnection>)database).MarkAllFeaturesAsChecked(); // else each is looked up again when it is first used
            return null;
        }

        await using var script = new StringWriter();
        migration.WriteAllUpdates(script, database.Migrator, AutoCreate.CreateOrUpdate);
        return script.ToString();
    }

    public Task ApplyAsync(CancellationToken ct) => store.Storage.Database.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate, ct: ct);
}
