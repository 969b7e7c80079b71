namespace Ermine.Samples.Tests.Events;

/// <summary>What publishers know, and what the database holds when no event is left.</summary>
/// <param name="Published">Every event that somebody tried to publish.</param>
/// <param name="Sightings">Every effect.</param>
/// <param name="Noted">The events that their publishers recorded.</param>
/// <param name="Dead">How many dead letters there are.</param>
public sealed record EventHistory(IReadOnlyList<PublishedEvent> Published, IReadOnlyList<Sighting> Sightings, IReadOnlyList<int> Noted, long Dead)
{
    private static readonly (string Name, bool IsOrdered, Func<PublishedEvent, bool> Gets)[] Subscribers =
    [
        ("all", false, static _ => true), ("batch", false, static e => e.Kind < 5), ("in-order", true, static e => e.Kind < 8),
        ("few", false, static e => e.Kind == 7 || e.Group.EndsWith('3')), ("told", false, static e => e.Group.EndsWith('1')), ("again", true, static _ => true),
    ];

    /// <summary>One line for each thing that ought not to be; none if all is well.</summary>
    public IReadOnlyList<string> Violations()
    {
        var seen = Sightings.GroupBy(s => (s.Event, s.Subscriber)).ToDictionary(s => s.Key, s => s.Count());
        var happened = Sightings.Select(s => s.Event).ToHashSet();
        var noted = Noted.GroupBy(id => id).ToDictionary(n => n.Key, n => n.Count());
        var known = Published.Select(e => e.Id).ToHashSet();
        return
        [
            .. Published.SelectMany(e => Subscribers.Select(s => Miscount(e, s.Name, s.Gets(e) && (e.IsAccepted || happened.Contains(e.Id)) ? 1 : 0, seen.GetValueOrDefault((e.Id, s.Name))))).OfType<string>(),
            .. Published.Where(e => noted.GetValueOrDefault(e.Id) != (e.IsNoted && happened.Contains(e.Id) ? 1 : 0)).Select(e => $"Event {e.Id} was noted {noted.GetValueOrDefault(e.Id)} times by its publisher."),
            .. happened.Concat(noted.Keys).Where(id => !known.Contains(id)).Distinct().Select(id => $"Event {id} was never published."),
            .. Sightings.Select(s => s.Subscriber).Distinct().Where(name => Subscribers.All(s => s.Name != name)).Select(name => $"Nobody is called {name}."),
            .. Published.GroupBy(e => e.Notice).Where(n => n.Select(e => happened.Contains(e.Id)).Distinct().Count() > 1).Select(n => $"Notice {n.Key} was published in half."),
            .. Subscribers.Where(s => s.IsOrdered).SelectMany(s => Published.GroupBy(e => e.Group).SelectMany(group => Disorder(s.Name, [.. group.OrderBy(e => e.Id)]))),
            .. Dead > 0 ? [$"{Dead} events were given up."] : Array.Empty<string>(),
        ];
    }

    private static string? Miscount(PublishedEvent @event, string subscriber, int right, int seen) => seen == right ? null : $"Event {@event.Id} has {seen} effects of '{subscriber}', and {right} would be right.";

    // An event comes after all that were accepted before it was published. One whose publisher heard nothing may have been committed late.
    private IEnumerable<string> Disorder(string subscriber, PublishedEvent[] group)
    {
        var members = group.Select(e => e.Id).ToHashSet();
        var places = Sightings.Where(s => s.Subscriber == subscriber && members.Contains(s.Event)).GroupBy(s => s.Event).ToDictionary(s => s.Key, s => s.Min(x => x.Place));
        var (before, place) = (0, 0L);
        foreach (var @event in group)
        {
            if (!places.TryGetValue(@event.Id, out var at)) continue;
            if (at < place) yield return $"Event {@event.Id} of {@event.Group} was seen by '{subscriber}' before event {before}.";
            if (@event.IsAccepted && at > place) (before, place) = (@event.Id, at);
        }
    }
}
