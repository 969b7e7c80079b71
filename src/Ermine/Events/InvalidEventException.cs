namespace Ermine.Events;

/// <summary>Thrown where bytes that are no event are published or matched.</summary>
/// <param name="fault">Why they are none.</param>
public sealed class InvalidEventException(EventFault fault) : FormatException($"Byte {fault.Offset} of the event: {fault.Message}")
{
    /// <summary>Why the bytes are no event, and where.</summary>
    public EventFault Fault { get; } = fault;
}
