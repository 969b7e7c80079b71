namespace Ermine.Queues.Toy;

/// <summary>What was sent to another queue before.</summary>
[Queue("letters", FormerName = "old-letters")]
public sealed record Letter(string Text);
