namespace Ermine.Postgres.Migrations;

/// <summary>A step that a database has taken, as recorded there.</summary>
internal sealed record AppliedMigration(int Number, string Name, string Checksum);
