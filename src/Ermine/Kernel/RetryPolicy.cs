namespace Ermine.Kernel;

/// <summary>Turns a failure into an outcome: exponential backoff from one second with full jitter, at most five minutes, then rejected.</summary>
/// <remarks>Full jitter, after M. Brooker, "Exponential Backoff And Jitter" (2015): it spreads a crowd of retries best.</remarks>
public static class RetryPolicy
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>The outcome of a run that threw.</summary>
    public static Outcome Answer(Invocation invocation, Exception exception)
    {
        var reason = $"{exception.GetType().Name}: {exception.Message}";
        var function = invocation.Function;
        return exception is PayloadException || !function.Trigger.IsRetried || invocation.Attempt >= function.Function.MaxAttempts
            ? Outcome.Rejected(reason, exception)
            : Outcome.Retry(Backoff(invocation.Attempt, Random.Shared.NextDouble()), reason, exception);
    }

    /// <summary>The wait after an attempt.</summary>
    /// <param name="attempt">The attempt that failed; the first is 1.</param>
    /// <param name="random">A number from 0 to 1.</param>
    public static TimeSpan Backoff(int attempt, double random) =>
        random * (attempt > 20 ? Longest : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << (attempt - 1))));
}
