namespace ErmineQueue;

/// <summary>More queues for a node to watch; nothing is ever sent to them.</summary>
public sealed class Errands
{
    [Function, QueueTrigger]
    public void First(Fetch errand) => _ = errand;

    [Function, QueueTrigger]
    public void Second(Carry errand) => _ = errand;

    [Function, QueueTrigger]
    public void Third(Wrap errand) => _ = errand;
}
