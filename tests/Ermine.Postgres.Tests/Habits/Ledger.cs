using JasperFx;

namespace Ermine.Postgres.Tests.Habits;

/// <summary>A document whose version is a number.</summary>
public sealed class Ledger : IRevisioned
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public int Version { get; set; }
}
