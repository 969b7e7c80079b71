using System.ComponentModel;

namespace Ermine;

/// <summary>Runs the function once for each <c>Idempotency-Key</c> of a caller: a repeated request is given the stored answer.</summary>
/// <remarks>The answer is stored in the function's own commit, so a crash between effect and answer cannot repeat the effect. 409 while the first
/// request runs, 422 where the key comes with another request. A run that fails, and a
/// request with values that cannot be read, record nothing, and may be repeated with the same key.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IdempotentAttribute : Attribute
{
    /// <summary>Whether a request without a key is answered with 400. Default: no, and it runs as if the attribute were not there.</summary>
    public bool Required { get; init; }

    /// <summary>Hours that an answer is kept and replayed. Default: 24.</summary>
    [Limit(1, 720), DefaultValue(24)] public int RetentionHours { get; init; } = 24;
}
