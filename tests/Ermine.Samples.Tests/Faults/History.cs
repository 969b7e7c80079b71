using Ermine.Faults.Worker;

namespace Ermine.Samples.Tests.Faults;

/// <summary>What senders know, and what the database holds when no message is left.</summary>
/// <param name="Sent">Every message that somebody tried to send.</param>
/// <param name="Effects">Every effect.</param>
/// <param name="Dead">The messages in the dead letters, one entry for each letter.</param>
public sealed record History(IReadOnlyList<SentMessage> Sent, IReadOnlyList<Effect> Effects, IReadOnlyList<int> Dead)
{
    /// <summary>The queue whose effects are outside of any commit: there may be several of a message.</summary>
    public const string Loose = "loose";

    /// <summary>One line for each thing that ought not to be; none if all is well.</summary>
    public IReadOnlyList<string> Violations()
    {
        var effects = Effects.GroupBy(e => e.Message).ToDictionary(e => e.Key, e => e.Count());
        var letters = Dead.GroupBy(d => d).ToDictionary(d => d.Key, d => d.Count());
        var ends = Sent.ToDictionary(m => m.Id, m => new MessageEnd(m, effects.GetValueOrDefault(m.Id), letters.GetValueOrDefault(m.Id)));
        return
        [
            .. ends.Values.Select(e => e.Violation()).OfType<string>(),
            .. ends.Values.Where(e => e.Message.Conduct == Conduct.IsFollowed).Select(e => FollowUp(e, effects.GetValueOrDefault(-e.Message.Id), letters.GetValueOrDefault(-e.Message.Id))).OfType<string>(),
            .. effects.Keys.Concat(letters.Keys).Where(id => !ends.ContainsKey(Math.Abs(id)) || (id < 0 && ends[-id].Message.Conduct != Conduct.IsFollowed)).Distinct().Select(id => $"Message {id} was never sent and has an end."),
            .. ends.Values.GroupBy(e => e.Message.Shipment).Where(s => s.Any(e => e.HasEnded) && !s.All(e => e.HasEnded)).Select(s => $"Shipment {s.Key} was sent in half."),
            .. Sent.Where(m => m.Group is not null).GroupBy(m => m.Group).SelectMany(group => Disorder([.. group.OrderBy(m => m.Id)])),
        ];
    }

    private static string? FollowUp(MessageEnd followed, int effects, int letters) => (Math.Min(followed.Effects, 1), effects, letters) switch
    {
        (1, 1, 0) or (0, 0, 0) => null,
        (1, 0, 0) => $"Message {followed.Message.Id} is done and what it sent is lost.",
        (0, _, _) => $"Message {followed.Message.Id} is not done and what it sent was handled.",
        _ => $"What message {followed.Message.Id} sent has {effects} effects and {letters} dead letters.",
    };

    // A message comes after all that were accepted before it was sent. One whose sender heard nothing may have been committed late, so nothing need come after it.
    private IEnumerable<string> Disorder(SentMessage[] group)
    {
        var members = group.Select(m => m.Id).ToHashSet();
        var places = Effects.Where(e => members.Contains(e.Message)).GroupBy(e => e.Message).ToDictionary(e => e.Key, e => e.Min(x => x.Place));
        var (before, place) = (0, 0L);
        foreach (var message in group)
        {
            if (!places.TryGetValue(message.Id, out var at)) continue;
            if (at < place) yield return $"Message {message.Id} of group {message.Group} was handled before message {before}.";
            if (message.IsAccepted && at > place) (before, place) = (message.Id, at);
        }
    }
}
