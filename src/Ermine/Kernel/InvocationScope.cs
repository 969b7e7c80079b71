namespace Ermine.Kernel;

/// <summary>Ties a service scope to the invocation that opened it, so that what is resolved from it joins that invocation's commit.</summary>
public sealed class InvocationScope
{
    /// <summary>The invocation; null in a scope that belongs to none.</summary>
    public Invocation? Current { get; internal set; }
}
