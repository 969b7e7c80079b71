namespace Ermine.Faults.Worker;

/// <summary>What a message sends in its commit; its id is that of the message, negated.</summary>
[Queue("follow-ups")]
public sealed record FollowUp(int Id);
