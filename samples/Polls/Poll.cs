using JasperFx;

namespace Polls;

/// <summary>A question, its choices, and the votes counted so far; a Marten document.</summary>
public sealed class Poll : IRevisioned
{
    public Guid Id { get; set; }

    public required string Question { get; init; }

    public required IReadOnlyList<string> Choices { get; init; }

    /// <summary>Votes by the choice's index.</summary>
    public required int[] Votes { get; init; }

    /// <summary>Grows with each change; two tallies that change one poll at a time cannot both be recorded.</summary>
    public int Version { get; set; }
}
