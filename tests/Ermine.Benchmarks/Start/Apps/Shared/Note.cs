namespace Ermine.Benchmarks.Start.Apps.Shared;

/// <summary>What both apps store.</summary>
public sealed class Note
{
    public Guid Id { get; set; }

    public required string Text { get; init; }
}
