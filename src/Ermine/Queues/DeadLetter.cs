using System.Text.Json.Serialization;

namespace Ermine.Queues;

/// <summary>A message that was given up, with all that is needed to find out why and to try it again.</summary>
/// <param name="Id">Its number, which is that of its first attempt.</param>
/// <param name="Queue">The queue that it was sent to.</param>
/// <param name="Reason">Why, in one line.</param>
/// <param name="Function">The function that gave it up.</param>
/// <param name="Exception">The full name of the exception's type; null where none was thrown.</param>
/// <param name="Fingerprint">The same for failures of one kind.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="EnqueuedAt">When it was sent.</param>
/// <param name="DiedAt">When it was given up.</param>
/// <param name="Trace">The W3C trace that it was sent in; null where there was none.</param>
/// <param name="GroupKey">Its group; null where it has none.</param>
public sealed record DeadLetter(
    long Id, string Queue, string Reason, string? Function, string? Exception, string? Fingerprint, int Attempts, DateTimeOffset EnqueuedAt, DateTimeOffset DiedAt, string? Trace, string? GroupKey)
{
    /// <summary>The exception with its stack. Only where one letter is asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Detail { get; init; }

    /// <summary>The body, as text. Only where one letter is asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Payload { get; init; }
}
