namespace Ermine.Queues;

/// <summary>How many messages something was done with.</summary>
internal sealed record QueueCount(long Count);
