namespace Ermine.Identity.Toy;

/// <summary>What voters send, handled many at a time.</summary>
[Queue("papers")]
public sealed record Paper(int Number);
