namespace Ermine.Kernel;

/// <summary>How a run ended: one of four values. Nothing else leaves a function.</summary>
public sealed class Outcome
{
    private Outcome(OutcomeKind kind, TimeSpan after = default, string? reason = null, Exception? exception = null, bool isCounted = true) =>
        (Kind, After, Reason, Exception, IsCounted) = (kind, after, ZeroCharacter.Shown(reason), exception, isCounted);

    /// <summary>The function succeeded: its effects, what it sent and the acknowledgement are to be committed.</summary>
    public static Outcome Completed { get; } = new(OutcomeKind.Completed);

    /// <summary>Which of the four.</summary>
    public OutcomeKind Kind { get; }

    /// <summary>For a retry: how long to wait before the next attempt.</summary>
    public TimeSpan After { get; }

    /// <summary>Whether the attempt counts towards those that a message has. Default: yes; no after <see cref="Snooze"/>.</summary>
    public bool IsCounted { get; }

    /// <summary>Why the function did not complete, in one line, without any payload.</summary>
    public string? Reason { get; }

    /// <summary>What was thrown, if something was.</summary>
    public Exception? Exception { get; }

    /// <summary>The run failed and is worth another attempt after a while.</summary>
    public static Outcome Retry(TimeSpan after, string reason, Exception? exception = null) => new(OutcomeKind.Retry, after, reason, exception);

    /// <summary>The run came too early and asks to be made again after a while, which counts as no attempt.</summary>
    public static Outcome Snooze(TimeSpan after, string reason, Exception? exception = null) => new(OutcomeKind.Retry, after, reason, exception, isCounted: false);

    /// <summary>The run failed for good: a message goes to the dead letters, a request gets an error.</summary>
    public static Outcome Rejected(string reason, Exception? exception = null) => new(OutcomeKind.Rejected, default, reason, exception);

    /// <summary>The run was given up because the node stops: the work is handed back as if it had not begun.</summary>
    public static Outcome Abandoned(string reason) => new(OutcomeKind.Abandoned, default, reason);

    /// <inheritdoc/>
    public override string ToString() => Reason is null ? Kind.ToString() : $"{Kind}: {Reason}";
}
