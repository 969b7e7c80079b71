namespace Ermine.Kernel;

/// <summary>The messages that one run was given, and what became of those that cannot be read.</summary>
public sealed class Batch(IReadOnlyList<Message> messages, PayloadSerializer serializer)
{
    private List<UnreadableMessage>? _unreadable;

    /// <summary>The messages as they were claimed, in the order of their ids.</summary>
    public IReadOnlyList<Message> Messages { get; } = messages;

    /// <summary>Messages that are no payload of the function's type: they go to the dead letters, the others are handled.</summary>
    public IReadOnlyList<UnreadableMessage> Unreadable => _unreadable ?? [];

    /// <summary>The payload of the only message.</summary>
    /// <exception cref="PayloadException">It is no <typeparamref name="T"/>.</exception>
    public T One<T>() => serializer.Read<T>(Messages[0].Payload);

    /// <summary>The payloads of all messages that can be read.</summary>
    public IReadOnlyList<T> Many<T>()
    {
        _unreadable = null;
        var payloads = new List<T>(Messages.Count);
        foreach (var message in Messages)
        {
            try
            {
                payloads.Add(serializer.Read<T>(message.Payload));
            }
            catch (PayloadException e)
            {
                (_unreadable ??= []).Add(new UnreadableMessage(message, e.Message));
            }
        }

        return payloads;
    }
}
