using JasperFx.Metadata;

namespace Ermine.Postgres.Tests.Habits;

/// <summary>A document whose version is a Guid.</summary>
public sealed class Product : IVersioned
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";

    public decimal Price { get; set; }

    public DateTimeOffset At { get; set; }

    public Guid Version { get; set; }
}
