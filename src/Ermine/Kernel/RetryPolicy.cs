namespace Ermine.Kernel;

/// <summary>Turns a failure into an outcome: exponential backoff with full jitter, by default from one second to at most five minutes, then rejected.</summary>
/// <remarks>Full jitter, after M. Brooker, "Exponential Backoff And Jitter" (2015): it spreads a crowd of retries best.</remarks>
public static class RetryPolicy
{
    /// <summary>The outcome of a run that threw.</summary>
    public static Outcome Answer(Invocation invocation, Exception exception)
    {
        var reason = $"{exception.GetType().Name}: {exception.Message}";
        var function = invocation.Function.Function;
        if (exception is PayloadException || !invocation.IsRetried) return Outcome.Rejected(reason, exception);
        if (exception is RetryAfter pause) return Outcome.Snooze(pause.After, reason, exception);

        var policy = invocation.Function.PolicyFor(exception);
        var attempts = policy is { Attempts: > 0 } ? Math.Min(policy.Attempts, function.MaxAttempts) : function.MaxAttempts;
        if (invocation.Attempt >= attempts) return Outcome.Rejected(reason, exception);

        var first = TimeSpan.FromSeconds(policy is { Backoff: > 0 } ? policy.Backoff : function.BackoffSeconds);
        return Outcome.Retry(Backoff(first, TimeSpan.FromSeconds(function.MaxBackoffSeconds), invocation.Attempt, Random.Shared.NextDouble()), reason, exception);
    }

    /// <summary>The outcome of one item of a batch that is not done: with the function's own wait where it names none, and rejected at its last attempt.</summary>
    public static Outcome OfItem(Invocation invocation, Outcome outcome)
    {
        if (outcome.Kind != OutcomeKind.Retry) return outcome;

        var function = invocation.Function.Function;
        if (invocation.Attempt >= function.MaxAttempts) return Outcome.Rejected(outcome.Reason!);
        return outcome.After >= TimeSpan.Zero ? outcome : Outcome.Retry(
            Backoff(TimeSpan.FromSeconds(function.BackoffSeconds), TimeSpan.FromSeconds(function.MaxBackoffSeconds), invocation.Attempt, Random.Shared.NextDouble()), outcome.Reason!);
    }

    /// <summary>The wait after an attempt.</summary>
    /// <param name="first">The longest wait after the first attempt.</param>
    /// <param name="longest">The longest wait after any.</param>
    /// <param name="attempt">The attempt that failed; the first is 1.</param>
    /// <param name="random">A number from 0 to 1.</param>
    public static TimeSpan Backoff(TimeSpan first, TimeSpan longest, int attempt, double random)
    {
        var doubled = first.TotalSeconds * Math.Pow(2, Math.Min(attempt - 1, 60));
        return TimeSpan.FromSeconds(random * Math.Min(longest.TotalSeconds, doubled));
    }
}
