namespace Ermine.Queues.Toy;

/// <summary>What is buffered by its meter.</summary>
[Queue("readings")]
public sealed record Reading(string Meter, int Value);
