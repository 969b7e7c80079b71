using System.Text.Json.Serialization;

namespace Ermine.Functions;

/// <summary>How an asynchronous run stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunState>))]
public enum RunState
{
    /// <summary>It is due, or will be at its time, and has not been tried.</summary>
    Waiting,

    /// <summary>A node has it.</summary>
    Running,

    /// <summary>It failed, and waits for its next attempt.</summary>
    Retrying,

    /// <summary>It succeeded: its effects are recorded, and so is its result.</summary>
    Done,

    /// <summary>It was given up: it is a dead letter of its function's queue.</summary>
    Failed,

    /// <summary>It was cancelled before it had succeeded, and had no effects in the database.</summary>
    Cancelled,
}
