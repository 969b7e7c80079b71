using Ermine.Queues.Toy;

namespace Ermine.Samples.Tests.Queues;

/// <summary>A <see cref="Note"/> as a newer build sends it.</summary>
[Queue("notes", Version = 2)]
public sealed record NewNote(string Text, string Author);
