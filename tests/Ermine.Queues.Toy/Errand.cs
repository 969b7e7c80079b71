namespace Ermine.Queues.Toy;

/// <summary>What fails as it says.</summary>
[Queue("errands")]
public sealed record Errand(string Failure);
