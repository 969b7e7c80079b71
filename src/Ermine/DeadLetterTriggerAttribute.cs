namespace Ermine;

/// <summary>Runs the function for each message that is given up: its payload parameter is the <c>DeadLetter</c>, with reason, exception and body.</summary>
/// <remarks>What the function is told is sent in the transaction that gives the message up, so none is missed; the letter itself stays with its
/// queue. What the function gives up in turn is a dead letter of its own, of which no function is told.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[TriggerShape(InputShape.Message, HasSender = false)]
public sealed class DeadLetterTriggerAttribute(string? queue = null) : TriggerAttribute
{
    /// <summary>The queue whose letters the function is told of. Default: all queues of the app.</summary>
    public string? Queue { get; } = queue;
}
