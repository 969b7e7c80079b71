using Ermine.Queues.Toy;

namespace Ermine.Samples.Tests.Queues;

/// <summary>A <see cref="Letter"/> as an older build sends it: to the queue's former name.</summary>
[Queue("old-letters")]
public sealed record OldLetter(string Text);
