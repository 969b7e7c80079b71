using Ermine.Kernel;

namespace Ermine.Queues;

/// <summary>Which dead letters of a queue are meant: those that fit everything that is set, the oldest first. Default: all.</summary>
public sealed record DeadLetterFilter
{
    /// <summary>Only the one of this number.</summary>
    public long? Id { get; init; }

    /// <summary>Only those of a kind.</summary>
    /// <exception cref="ArgumentException">It has a zero character in it, which no fingerprint has.</exception>
    public string? Fingerprint { get; init => field = ZeroCharacter.Refused(value, nameof(Fingerprint)); }

    /// <summary>Only those given up before.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Only those given up since.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only those whose number is higher: for the next page, that of the last letter of this one.</summary>
    public long After { get; init; }

    /// <summary>How many at most. Default and maximum: 1,000.</summary>
    public int Limit { get; init; } = 1_000;
}
