namespace Ermine.Kernel;

/// <summary>A payload cannot be written or read. Trying again changes nothing, so such a message goes to the dead letters at once.</summary>
public sealed class PayloadException(string message, Exception? inner = null) : Exception(message, inner);
