namespace Ermine.Kernel;

/// <summary>The messages that one run was given, and what became of those that are not done when it has completed.</summary>
public sealed class Batch(IReadOnlyList<Message> messages, PayloadSerializer serializer)
{
    private readonly List<Message> _readable = [];
    private List<UnreadableMessage>? _unreadable;
    private List<UnfinishedMessage>? _unfinished;

    /// <summary>The messages as they were claimed, in the order of their ids.</summary>
    public IReadOnlyList<Message> Messages { get; } = messages;

    /// <summary>Messages that are no payload of the function's type: they go to the dead letters, the others are handled.</summary>
    public IReadOnlyList<UnreadableMessage> Unreadable => _unreadable ?? [];

    /// <summary>Messages that the function's <see cref="BatchResult"/> says are not done.</summary>
    public IReadOnlyList<UnfinishedMessage> Unfinished => _unfinished ?? [];

    /// <summary>The only message as the arguments of a call: its payload is their JSON object.</summary>
    internal Arguments Arguments => field ??= Messages[0].Headers?.ContainsKey(Message.OneArgument) == true
        ? new Arguments().BeginOne(Messages[0].Payload, serializer.Arguments)
        : new Arguments().Begin(Messages[0].Payload, serializer.Arguments, isMessage: true);

    /// <summary>The payload of the only message.</summary>
    /// <exception cref="PayloadException">It is no <typeparamref name="T"/>.</exception>
    public T One<T>() => serializer.Read<T>(Messages[0].Payload);

    /// <summary>The payloads of all messages that can be read.</summary>
    public IReadOnlyList<T> Many<T>()
    {
        _unreadable = null;
        _readable.Clear();
        var payloads = new List<T>(Messages.Count);
        foreach (var message in Messages)
        {
            try
            {
                payloads.Add(serializer.Read<T>(message.Payload));
                _readable.Add(message);
            }
            catch (PayloadException e)
            {
                (_unreadable ??= []).Add(new UnreadableMessage(message, e.Message));
            }
        }

        return payloads;
    }

    /// <summary>Takes what the function says of each item. The run is completed; what is not done is recorded beside its commit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It names an item that the function was not given.</exception>
    public Outcome Settle(BatchResult result)
    {
        if (result.Unfinished.Keys.FirstOrDefault(item => item >= _readable.Count, -1) is >= 0 and var beyond)
            throw new ArgumentOutOfRangeException(nameof(result), beyond, $"The result names item {beyond}, and the function was given {_readable.Count}: items are named from 0.");

        _unfinished = [.. result.Unfinished.Select(item => new UnfinishedMessage(_readable[item.Key], OutcomeOf(item.Value)))];
        return Outcome.Completed;
    }

    private static Outcome OutcomeOf(UnfinishedItem item) => item.IsRejected ? Outcome.Rejected(item.Reason) : Outcome.Retry(item.After ?? Timeout.InfiniteTimeSpan, item.Reason);
}
