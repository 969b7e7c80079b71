namespace Ermine.Queues.Toy;

/// <summary>The first version of a contract.</summary>
[Queue("notes")]
public sealed record Note(string Text);
