using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Ermine.Http.RateLimits;

/// <summary>A limit of this node: a token bucket of <c>System.Threading.RateLimiting</c> for each caller, forgotten when it is full and idle.</summary>
internal sealed class NodeRateLimiter(RateLimitPolicy policy) : IRateLimiter
{
    private readonly PartitionedRateLimiter<string> _buckets = PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = policy.Burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1 / policy.PerSecond),
        AutoReplenishment = false, // the partitions are refilled together, by the time that has passed
    }));

    public ValueTask<RateLimitGrant> TakeAsync(HttpContext context)
    {
        var caller = policy.Partition(context);
        using var lease = _buckets.AttemptAcquire(caller);
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : default;
        return new(new RateLimitGrant(lease.IsAcquired, _buckets.GetStatistics(caller)?.CurrentAvailablePermits ?? 0, wait));
    }
}
