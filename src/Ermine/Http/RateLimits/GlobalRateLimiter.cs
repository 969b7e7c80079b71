using System.Collections.Concurrent;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;

namespace Ermine.Http.RateLimits;

/// <summary>A limit over all nodes: a token bucket in the database for each caller, of which a node takes a tenth at a time.</summary>
/// <remarks>So of ten calls one asks the database, and of a caller who has none left none does until there is one again. What a node has taken and does
/// not use is lost to the caller: with few calls and many nodes, up to a tenth of the limit for each.</remarks>
internal sealed class GlobalRateLimiter(RateLimitPolicy policy, IWorkStore store, TimeProvider time) : IRateLimiter
{
    private const int MaxCallers = 10_000;

    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly Rate _rate = new(policy.PerSecond, policy.Burst);
    private readonly int _batch = Math.Max(1, policy.Burst / 10);

    public async ValueTask<RateLimitGrant> TakeAsync(HttpContext context)
    {
        var caller = policy.Partition(context);
        if (_buckets.Count > MaxCallers) _buckets.Clear(); // costs what nodes hold of them, and no more memory than this
        var bucket = _buckets.GetOrAdd(caller, static _ => new Bucket());
        await bucket.Turn.WaitAsync(context.RequestAborted); // one question at a time for a caller
        try
        {
            if (bucket.Tokens == 0)
            {
                var wait = bucket.Until - time.GetUtcNow();
                if (wait > TimeSpan.Zero) return new RateLimitGrant(false, 0, wait);

                var grant = await store.TakeAsync(policy.StoredName(caller), _rate, _batch, context.RequestAborted);
                if (grant.Taken == 0)
                {
                    bucket.Until = time.GetUtcNow() + grant.Wait;
                    return new RateLimitGrant(false, 0, grant.Wait);
                }

                bucket.Tokens = grant.Taken;
            }

            return new RateLimitGrant(true, --bucket.Tokens, default);
        }
        finally
        {
            bucket.Turn.Release();
        }
    }

    private sealed class Bucket
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public int Tokens { get; set; }

        public DateTimeOffset Until { get; set; }
    }
}
