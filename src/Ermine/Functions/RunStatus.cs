using System.Text.Json.Serialization;

namespace Ermine.Functions;

/// <summary>How an asynchronous run stands, at one moment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Function">The id of its function.</param>
/// <param name="State">How it stands.</param>
/// <param name="Attempts">How often it has been begun.</param>
/// <param name="EnqueuedAt">When it was asked for.</param>
public sealed record RunStatus(Guid Id, string Function, RunState State, int Attempts, DateTimeOffset EnqueuedAt)
{
    /// <summary>When it is tried next; null where that is at once, or it is running or has ended.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it ended; null where it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why its last attempt failed, or why it was cancelled, in one line; null where nothing went wrong.</summary>
    public string? Error { get; init; }

    /// <summary>What it answered, as JSON; null where it has answered nothing, and in lists.</summary>
    [JsonConverter(typeof(RawJson))] public string? Result { get; init; }

    /// <summary>Whether it is over: done, failed or cancelled.</summary>
    [JsonIgnore] public bool HasEnded => State is RunState.Done or RunState.Failed or RunState.Cancelled;
}
