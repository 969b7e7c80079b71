namespace Ermine;

/// <summary>An item of a batch that is not done.</summary>
/// <param name="Reason">Why.</param>
/// <param name="IsRejected">Whether it is given up; if not, it is tried again.</param>
/// <param name="After">How long it waits; null for as long as the function's backoff says.</param>
internal readonly record struct UnfinishedItem(string Reason, bool IsRejected, TimeSpan? After);
