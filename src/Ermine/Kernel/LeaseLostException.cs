namespace Ermine.Kernel;

/// <summary>The work had been leased to someone else by the time it was to be recorded, so nothing was. SQLSTATE ERM01.</summary>
public sealed class LeaseLostException(string message, Exception? inner = null) : CommitException(CommitFailure.LeaseLost, message, inner);
