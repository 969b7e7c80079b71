using Ermine.Postgres.Migrations;

namespace Ermine.Postgres.Tests.Databases;

/// <summary>An app without documents.</summary>
internal sealed class NoDocuments : IDocumentSchema
{
    public Task<string?> DifferenceAsync(CancellationToken ct) => Task.FromResult<string?>(null);

    public Task ApplyAsync(CancellationToken ct) => Task.CompletedTask;
}
