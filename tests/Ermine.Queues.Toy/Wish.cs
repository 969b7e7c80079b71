namespace Ermine.Queues.Toy;

/// <summary>What nobody can do, so that a function is told of it.</summary>
[Queue("wishes")]
public sealed record Wish(string Deed);
