namespace Ermine.Identity.Toy;

/// <summary>What anybody may send, and what sends a ballot in turn.</summary>
[Queue("errands")]
public sealed record Errand(int Choice);
