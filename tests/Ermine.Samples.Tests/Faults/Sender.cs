using System.Collections.Concurrent;
using Ermine.Faults.Worker;

namespace Ermine.Samples.Tests.Faults;

/// <summary>Sends messages through whichever worker there is, and remembers which were accepted. None is sent twice: nobody knows whether one without an answer arrived.</summary>
internal sealed class Sender(Fleet fleet, Random random) : IDisposable
{
    private const int Groups = 8;
    private const int FreeLanes = 4;
    private const int LargestShipment = 10;
    private static readonly string[] Unordered = ["singles", "batched", History.Loose];

    private readonly FleetEntrance _entrance = new(fleet);
    private readonly ConcurrentQueue<SentMessage> _sent = [];
    private int _lastId;
    private int _lastShipment;

    /// <summary>All that it tried to send.</summary>
    public IReadOnlyList<SentMessage> Sent => [.. _sent];

    /// <summary>How often there was no answer, or one that was not yes.</summary>
    public int Refusals => _refusals;

    private int _refusals;

    /// <summary>Sends so many messages over several lanes at a time, one lane for each ordered group.</summary>
    /// <param name="messages">How many.</param>
    /// <param name="mark">After how many the moment comes.</param>
    /// <param name="moment">Is told of it.</param>
    public async Task SendAsync(int messages, int mark, TaskCompletionSource moment)
    {
        var lanes = Enumerable.Range(0, FreeLanes + Groups).Select(_ => new Queue<Shipment>()).ToArray();
        for (var planned = 0; planned < messages;)
        {
            var lane = random.Next(lanes.Length);
            var shipment = Plan(lane, Math.Min(random.Next(1, LargestShipment + 1), messages - planned));
            lanes[lane].Enqueue(shipment);
            planned += shipment.Parcels.Count;
        }

        var done = 0;
        await Task.WhenAll(lanes.Select(async (lane, number) =>
        {
            var luck = new Random(_lastId + number);
            foreach (var shipment in lane)
            {
                await SendAsync(shipment, luck);
                if (Interlocked.Add(ref done, shipment.Parcels.Count) >= mark) moment.TrySetResult();
            }
        }));
    }

    public void Dispose() => _entrance.Dispose();

    private Shipment Plan(int lane, int size) => new([.. Enumerable.Range(0, size).Select(place =>
    {
        var group = lane < FreeLanes || place % 3 == 2 ? null : $"group-{lane}"; // an ordered lane sends others along
        var queue = group is null ? Unordered[random.Next(Unordered.Length)] : "ordered";
        return new Parcel(++_lastId, queue, ConductOf(queue), group);
    })]);

    private Conduct ConductOf(string queue) => random.Next(100) switch
    {
        < 5 => Conduct.FailsFirst,
        < 7 => Conduct.Poison,
        < 22 when queue == "singles" => Conduct.IsFollowed,
        _ => Conduct.Plain,
    };

    private async Task SendAsync(Shipment shipment, Random luck)
    {
        var isAccepted = shipment.Parcels is [{ Queue: "singles" } alone] ? await _entrance.IsAcceptedAsync("/singly", alone, luck) : await _entrance.IsAcceptedAsync("/shipments", shipment, luck);
        if (!isAccepted) Interlocked.Increment(ref _refusals);
        var number = Interlocked.Increment(ref _lastShipment);
        foreach (var parcel in shipment.Parcels) _sent.Enqueue(new SentMessage(parcel.Id, parcel.Queue, parcel.Conduct, parcel.Group, number, isAccepted));
    }
}
