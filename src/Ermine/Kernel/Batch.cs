using System.Security.Claims;

namespace Ermine.Kernel;

/// <summary>The messages that one run was given, and what became of those that are not done when it has completed.</summary>
public sealed class Batch(IReadOnlyList<Message> messages, PayloadSerializer serializer)
{
    private readonly List<Message> _readable = [];
    private Dictionary<long, Sender>? _senders;
    private List<UnreadableMessage>? _unreadable;
    private List<RefusedMessage>? _refused;
    private List<UnfinishedMessage>? _unfinished;

    private bool _isRead;

    /// <summary>The messages as they were claimed, in the order of their ids, without those that were refused at the door.</summary>
    public IReadOnlyList<Message> Messages { get; private set; } = messages;

    /// <summary>On whose behalf each of the payloads was sent, in their order. One that is not known is nobody, who is not authenticated.</summary>
    public IReadOnlyList<ClaimsPrincipal> Senders => [.. (_isRead ? _readable : Messages).Select(m => SenderOf(m).User)];

    /// <summary>Messages that are no payload of the function's type: they go to the dead letters, the others are handled.</summary>
    public IReadOnlyList<UnreadableMessage> Unreadable => _unreadable ?? [];

    /// <summary>Messages that the function's <see cref="BatchResult"/> says are not done.</summary>
    public IReadOnlyList<UnfinishedMessage> Unfinished => _unfinished ?? [];

    /// <summary>The only message as the arguments of a call: its payload is their JSON object.</summary>
    internal Arguments Arguments => field ??= Messages[0].Headers?.ContainsKey(Message.OneArgument) == true
        ? new Arguments().BeginOne(Messages[0].Payload, serializer.Arguments)
        : new Arguments().Begin(Messages[0].Payload, serializer.Arguments, isMessage: true);

    /// <summary>Messages that were refused at the door: they go to the dead letters, the others are handled.</summary>
    internal IReadOnlyList<RefusedMessage> Refused => _refused ?? [];

    /// <summary>How the sender of a message is found; null where messages have none.</summary>
    internal Func<Message, Sender>? ReadSender { get; init; }

    /// <summary>On whose behalf all of the messages were sent; not known where they were sent by several.</summary>
    internal Sender CommonSender
    {
        get
        {
            if (Messages.Count == 0) return Sender.Unknown("there is no message");
            var first = SenderOf(Messages[0]);
            return first.Fault is null && Messages.Skip(1).Any(m => SenderOf(m).Claims != first.Claims) ? Sender.Unknown("the messages have several senders") : first;
        }
    }

    /// <summary>On whose behalf a message was sent.</summary>
    public Sender SenderOf(Message message)
    {
        _senders ??= [];
        if (_senders.TryGetValue(message.Id, out var known)) return known;
        return _senders[message.Id] = ReadSender?.Invoke(message) ?? Sender.Unknown("it bears no identity");
    }

    /// <summary>Takes a message out, before the function sees it.</summary>
    internal void Refuse(Message message, string reason, string kind)
    {
        (_refused ??= []).Add(new RefusedMessage(message, reason, kind));
        Messages = [.. Messages.Where(m => !ReferenceEquals(m, message))];
    }

    /// <summary>Takes out what the function is not called for. It is done when the others are.</summary>
    internal void Keep(Func<Message, bool> isKept) => Messages = [.. Messages.Where(isKept)];

    /// <summary>The payload of the only message.</summary>
    /// <exception cref="PayloadException">It is no <typeparamref name="T"/>.</exception>
    public T One<T>() => serializer.Read<T>(Messages[0].Payload);

    /// <summary>The payloads of all messages that can be read.</summary>
    public IReadOnlyList<T> Many<T>()
    {
        _unreadable = null;
        _isRead = true;
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
