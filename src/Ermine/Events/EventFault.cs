namespace Ermine.Events;

/// <summary>Why bytes are no event, and where.</summary>
/// <param name="Offset">Bytes from the start to the fault.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed record EventFault(int Offset, string Message);
