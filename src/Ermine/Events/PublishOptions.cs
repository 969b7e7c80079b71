using System.Security.Claims;

namespace Ermine.Events;

/// <summary>What an event asks for beyond reaching its subscribers.</summary>
public sealed record PublishOptions
{
    /// <summary>The bus. Default: that of the type's <see cref="EventAttribute"/>, else <c>default</c>.</summary>
    public string? Bus { get; init; }

    /// <summary>The event's id. Default: a new one; 1 to 256 characters.</summary>
    public string? Id { get; init; }

    /// <summary>When it happened. Default: now, by the database's clock.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Of several events with one key on a bus within <see cref="DeduplicationWindow"/>, each subscriber gets only the first. Default: all are
    /// delivered; 1 to 256 characters.</summary>
    public string? DeduplicationKey { get; init; }

    /// <summary>How long a key is remembered. Default: 5 minutes; from a second to 7 days.</summary>
    public TimeSpan DeduplicationWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>On whose behalf it is published. Default: that of the run or request that publishes it; nobody outside of any. Must be somebody who is authenticated.</summary>
    public ClaimsPrincipal? As { get; init; }
}
