namespace Ermine.Postgres.Tests;

/// <summary>A document that a run leaves behind.</summary>
public sealed class Effect
{
    public Guid Id { get; set; }

    public string Text { get; set; } = "";
}
