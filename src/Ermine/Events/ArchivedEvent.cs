using Ermine.Kernel;

namespace Ermine.Events;

/// <summary>What stands at a position of the archive.</summary>
/// <param name="Position">The position.</param>
/// <param name="Event">The event as it was published; null where it is of another bus or time than was asked for.</param>
public sealed record ArchivedEvent(long Position, OutgoingMessage? Event);
