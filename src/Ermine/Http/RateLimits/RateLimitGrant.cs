namespace Ermine.Http.RateLimits;

/// <summary>Whether a call may be made.</summary>
/// <param name="IsGranted">Whether it may.</param>
/// <param name="Remaining">Calls that may be made at once after it, as far as this node knows.</param>
/// <param name="Wait">If not: how long until one may be made.</param>
internal readonly record struct RateLimitGrant(bool IsGranted, long Remaining, TimeSpan Wait);
