using System.Security.Claims;

namespace Ermine.Functions;

/// <summary>What an asynchronous run asks for beyond being made.</summary>
public sealed record RunOptions
{
    /// <summary>How long it waits before it is due. Default: not at all; at most 365 days.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How long after being asked for it is worth beginning; then it fails without being begun. Default: for ever; more than zero, at most 365 days.</summary>
    public TimeSpan? MaximumAge { get; init; }

    /// <summary>Of several calls of a function with one key, only the first makes a run, and all get its id, and so its status and result, for as long
    /// as runs are kept (<c>Ermine:Runs:KeepDays</c>). Default: none; 1 to 256 characters.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Which is begun first. Default: normal. Not for a function with a concurrency key.</summary>
    public MessagePriority Priority { get; init; }

    /// <summary>What travels beside the arguments. <c>traceparent</c> is added by itself.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>On whose behalf it is made. Default: that of the run or request that asks for it; nobody outside of any. Must be somebody who is authenticated.</summary>
    public ClaimsPrincipal? As { get; init; }
}
