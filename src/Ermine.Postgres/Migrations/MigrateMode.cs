namespace Ermine.Postgres.Migrations;

/// <summary>What the start does about the database's schema: the setting <c>Ermine:Migrate</c>.</summary>
internal enum MigrateMode
{
    /// <summary>Refuse to start unless it is as the app needs it; the default outside Development.</summary>
    Check,

    /// <summary>Bring it up to date, then go on; the default in Development.</summary>
    Auto,

    /// <summary>Bring it up to date, then exit.</summary>
    Only,

    /// <summary>Print what would bring it up to date, then exit.</summary>
    Script,
}
