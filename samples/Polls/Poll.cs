using JasperFx.Metadata;

namespace Polls;

/// <summary>A question, its choices, and the votes counted so far; a Marten document.</summary>
public sealed class Poll : IVersioned
{
    public Guid Id { get; set; }

    public required string Question { get; init; }

    public required IReadOnlyList<string> Choices { get; init; }

    /// <summary>Votes by the choice's index.</summary>
    public required int[] Votes { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Whether votes count no more.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Changes with each tally: of two that counted from the same state, the second is refused and counts again.</summary>
    public Guid Version { get; set; }
}
