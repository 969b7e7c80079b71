using System.Collections.Concurrent;
using Ermine.Faults.Worker;
using Ermine.Samples.Tests.Faults;

namespace Ermine.Samples.Tests.Events;

/// <summary>Publishes events through whichever worker there is, and remembers which were accepted. None is published twice: nobody knows whether one without an answer happened.</summary>
internal sealed class Publisher(FleetEntrance entrance, Random random)
{
    private const int Groups = 12;
    private const int LargestNotice = 10;

    private readonly ConcurrentQueue<PublishedEvent> _published = [];
    private int _lastId;
    private int _lastNotice;

    /// <summary>All that it tried to publish.</summary>
    public IReadOnlyList<PublishedEvent> Published => [.. _published];

    /// <summary>Publishes so many events, one lane for each group.</summary>
    /// <param name="events">How many.</param>
    /// <param name="mark">After how many the moment comes.</param>
    /// <param name="moment">Is told of it.</param>
    public async Task PublishAsync(int events, int mark, TaskCompletionSource moment)
    {
        var lanes = Enumerable.Range(0, Groups).Select(_ => new List<Notice>()).ToArray();
        for (var planned = 0; planned < events;)
        {
            var lane = random.Next(Groups);
            var size = Math.Min(random.Next(1, LargestNotice + 1), events - planned);
            lanes[lane].Add(new Notice([.. Enumerable.Range(0, size).Select(_ => new Noticed(++_lastId, random.Next(10), $"group-{lane}", random.Next(20) == 0 ? Conduct.FailsFirst : Conduct.Plain))], random.Next(2) == 0));
            planned += size;
        }

        var done = 0;
        await Task.WhenAll(lanes.Select(async (lane, number) =>
        {
            var luck = new Random(_lastId + number);
            foreach (var notice in lane)
            {
                var isSingle = notice is { Events.Count: 1, IsNoted: false };
                var isAccepted = isSingle ? await entrance.IsAcceptedAsync("/noticed", notice.Events[0], luck) : await entrance.IsAcceptedAsync("/notices", notice, luck);
                var place = Interlocked.Increment(ref _lastNotice);
                foreach (var e in notice.Events) _published.Enqueue(new PublishedEvent(e.Id, e.Kind, e.Group, place, isAccepted, notice.IsNoted));
                if (Interlocked.Add(ref done, notice.Events.Count) >= mark) moment.TrySetResult();
            }
        }));
    }
}
