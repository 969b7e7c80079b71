namespace Ermine.Postgres.Migrations;

/// <summary>The tables of the app's documents, as they are and as they should be.</summary>
internal interface IDocumentSchema
{
    /// <summary>The SQL that makes them as they should be; null when they are.</summary>
    Task<string?> DifferenceAsync(CancellationToken ct);

    /// <summary>Makes them as they should be.</summary>
    Task ApplyAsync(CancellationToken ct);
}
