using System.Collections.Concurrent;
using Ermine.Kernel;

namespace Ermine.Postgres.Queues;

/// <summary>The claims of this process that wait, one for each queue, until a send takes one on.</summary>
internal sealed class Offers
{
    private readonly ConcurrentDictionary<string, Offer> _open = new(StringComparer.Ordinal);

    /// <summary>Offers a claim; null where another of the queue waits already, or what it takes depends on what else is under way.</summary>
    public Offer? Open(WorkClaim claim, int owner)
    {
        if (claim is not { Limit: > 0, MaxLeased: 0, IsOrdered: false }) return null;

        var offer = new Offer(claim, owner);
        return _open.TryAdd(claim.Queue, offer) ? offer : null;
    }

    /// <summary>Takes on a claim that has room for so many messages of a version: whoever does is to give it something, be it nothing, and soon.</summary>
    public Offer? Take(string queue, int count, int version) =>
        _open.TryGetValue(queue, out var offer) && count <= offer.Claim.Limit && version <= offer.Claim.Version && TryClose(offer) ? offer : null;

    /// <summary>Takes an offer back; false where somebody has taken it on.</summary>
    public bool TryClose(Offer offer) => _open.TryRemove(KeyValuePair.Create(offer.Claim.Queue, offer));
}
