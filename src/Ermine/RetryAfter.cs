namespace Ermine;

/// <summary>Thrown by a function that wants to be called again with the same message after a while: a snooze, which counts as no attempt.</summary>
/// <remarks>For what is not wrong but too early, such as a service that asks for a pause. What the run had stored and sent is not committed.</remarks>
public sealed class RetryAfter : Exception
{
    /// <summary>Asks for a pause.</summary>
    /// <param name="after">How long to wait; from zero to 365 days.</param>
    /// <param name="reason">Why, for logs; no payload.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pause is negative or over a year.</exception>
    public RetryAfter(TimeSpan after, string reason = "The function asked for a pause.") : base(reason)
    {
        if (after < TimeSpan.Zero || after > Longest) throw new ArgumentOutOfRangeException(nameof(after), after, $"A pause is from zero to {Longest.TotalDays:0} days.");
        After = after;
    }

    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>How long to wait.</summary>
    public TimeSpan After { get; }
}
