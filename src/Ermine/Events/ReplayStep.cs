using Ermine.Kernel;

namespace Ermine.Events;

/// <summary>A part of a replay: from where it stands to a position.</summary>
/// <param name="Position">The position.</param>
/// <param name="Read">Events that were looked at.</param>
/// <param name="Messages">What is delivered.</param>
/// <param name="Version">Which subscriptions it was matched with.</param>
public sealed record ReplayStep(long Position, int Read, IReadOnlyList<OutgoingMessage> Messages, long Version);
