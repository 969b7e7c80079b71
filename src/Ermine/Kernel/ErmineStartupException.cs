namespace Ermine.Kernel;

/// <summary>The app cannot start for a reason that its user can mend; the message says what was tried and what to do.</summary>
public class ErmineStartupException(string message, Exception? inner = null) : Exception(message, inner);
