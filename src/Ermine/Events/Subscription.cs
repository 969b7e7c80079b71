using Ermine.Kernel;

namespace Ermine.Events;

/// <summary>A subscription that is ready to be matched.</summary>
internal sealed class Subscription(StoredSubscription stored)
{
    private readonly EventPath _input = new(stored.Input);
    private readonly EventTemplate? _template = stored.Template is { } template ? EventTemplate.Parse(template) : null;
    private readonly EventPath? _group = stored.GroupKey is { } path ? new(path) : null;

    /// <summary>As it is stored.</summary>
    public StoredSubscription Stored { get; } = stored;

    /// <summary>Which events.</summary>
    public EventPattern Pattern { get; } = EventPattern.Parse(stored.Pattern);

    /// <summary>The message by which its function gets an event.</summary>
    public OutgoingMessage Of(OutgoingMessage published) => published with
    {
        Queue = Stored.Queue,
        Payload = _template?.Fill(published.Payload) ?? _input.Json(published.Payload),
        IsEvent = false,
        GroupKey = _group is null ? null : GroupOf(published.Payload),
        DeduplicationKey = published.DeduplicationKey is { } key ? Keys.Short($"{Stored.Name} {key}") : null, // a function may have several subscriptions, on one queue
    };

    /// <summary>The message by which its function gets an event once more: behind what is published now, where it keeps no order, and whatever key it was published with.</summary>
    public OutgoingMessage Again(OutgoingMessage archived, string replay) => Of(archived with { Payload = ReplayMark.On(archived.Payload, replay) }) with
    {
        Headers = new Dictionary<string, string>(archived.Headers ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [ReplayMark.Header] = replay },
        Priority = _group is null ? MessagePriority.Low : MessagePriority.Normal,
    };

    // An ordered message has a group. Events without a value there share one, and one that is too long is as good as its beginning and its hash.
    private string GroupOf(ReadOnlyMemory<byte> @event) => _group!.Text(@event) is { Length: > 0 } group ? Keys.Short(group) : "-";
}
