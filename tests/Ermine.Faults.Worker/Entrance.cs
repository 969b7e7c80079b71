using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ermine.Faults.Worker;

/// <summary>Takes messages in, within the commit of a function.</summary>
[AllowAnonymous]
public sealed class Entrance
{
    [Function, Rest("POST /shipments")]
    public async Task<Accepted> Take(
        Shipment body, IQueue<Lone> singles, IQueue<Batched> batched, IQueue<Ordered> ordered, IQueue<Loose> loose, CancellationToken ct)
    {
        foreach (var parcel in body.Parcels)
        {
            await (parcel switch
            {
                { Queue: "singles" } => singles.SendAsync(new Lone(parcel.Id, parcel.Conduct, parcel.Padding), ct: ct),
                { Queue: "batched" } => batched.SendAsync(new Batched(parcel.Id, parcel.Conduct), ct: ct),
                { Queue: "loose" } => loose.SendAsync(new Loose(parcel.Id, parcel.Conduct), ct: ct),
                { Group: { } group } => ordered.SendAsync(new Ordered(parcel.Id, parcel.Conduct, group), ct: ct),
                _ => throw new ArgumentException($"There is no queue '{parcel.Queue}'.", nameof(body)),
            });
        }

        return TypedResults.Accepted((string?)null);
    }
}
