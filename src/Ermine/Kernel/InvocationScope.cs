using System.Security.Claims;

namespace Ermine.Kernel;

/// <summary>Ties a service scope to the invocation that opened it, so that what is resolved from it joins that invocation's commit.</summary>
public sealed class InvocationScope
{
    private Invocation? _current;

    /// <summary>The invocation; null in a scope that belongs to none.</summary>
    /// <exception cref="InvalidOperationException">The invocation has ended.</exception>
    public Invocation? Current
    {
        get
        {
            _current?.ThrowIfEnded();
            return _current;
        }
        internal set => _current = value;
    }

    /// <summary>On whose behalf this scope sends: that of its invocation; else whoever was set, such as the user of a request that calls no function; null for nobody.</summary>
    public ClaimsPrincipal? User
    {
        get => Current?.User ?? field;
        set;
    }
}
