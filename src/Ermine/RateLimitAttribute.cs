using System.ComponentModel;

namespace Ermine;

/// <summary>Answers 429 to who calls a function too often, with <c>Retry-After</c> and the headers <c>RateLimit</c> and <c>RateLimit-Policy</c>.</summary>
/// <param name="rate">How often: a number, a slash, and s, m, h or d for second, minute, hour or day, as in <c>"100/m"</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class RateLimitAttribute(string rate) : Attribute
{
    /// <summary>How often, as in <c>100/m</c>.</summary>
    public string Rate { get; } = rate;

    /// <summary>Calls that may be made at once after a while without any. Default: 0, which stands for the number in <see cref="Rate"/>.</summary>
    [Limit(0, 1_000_000), DefaultValue(0)] public int Burst { get; init; }

    /// <summary>Who shares one limit. Default: each user, or each address where nobody is signed in.</summary>
    public RateLimitBy By { get; init; } = RateLimitBy.User;

    /// <summary>Whether the limit holds over all nodes together, by the database. Default: no, each node has its own.</summary>
    public bool Global { get; init; }
}
