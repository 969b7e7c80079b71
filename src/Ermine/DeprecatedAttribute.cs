namespace Ermine;

/// <summary>Tells callers that a function will go: the headers <c>Deprecation</c> (RFC 9745), <c>Sunset</c> (RFC 8594) and <c>Link</c>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class DeprecatedAttribute : Attribute
{
    /// <summary>Since when, as in <c>2026-06-01</c>; UTC. Default: always.</summary>
    public string? Since { get; init; }

    /// <summary>When it will be gone, as in <c>2027-01-01</c>; UTC. Default: it is not known.</summary>
    public string? Sunset { get; init; }

    /// <summary>An address that says what to use instead.</summary>
    public string? Link { get; init; }
}
