using System.Net.Http.Headers;

namespace Ermine.Webhooks.Sending;

/// <summary>When a delivery that failed is tried again: after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, each from the attempt before and up to a
/// tenth longer, so that what failed together does not come back together. These are the times that Standard Webhooks recommend.</summary>
internal static class RetrySchedule
{
    /// <summary>The attempts that a delivery gets.</summary>
    public const int Attempts = 10;

    private const double Jitter = 0.1;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>The wait after an attempt that failed; null after the last.</summary>
    /// <param name="attempt">The attempt; the first is 1.</param>
    /// <param name="asked">What the destination asked for, if it did: taken instead, from 5 s to 24 h.</param>
    /// <param name="random">A number from 0 to 1.</param>
    public static TimeSpan? After(int attempt, TimeSpan? asked, double random) => attempt >= Attempts
        ? null
        : (asked is { } wait ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, Waits[0].Ticks, Waits[^1].Ticks)) : Waits[attempt - 1]) * (1 + (Jitter * random));

    /// <summary>The wait that a header <c>Retry-After</c> asks for, in seconds or by a date; null where there is none.</summary>
    public static TimeSpan? Asked(RetryConditionHeaderValue? retryAfter, DateTimeOffset now) => retryAfter?.Delta ?? (retryAfter?.Date - now);
}
