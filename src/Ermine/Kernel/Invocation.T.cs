namespace Ermine.Kernel;

/// <summary>One run of a function with an input of a known shape.</summary>
public abstract class Invocation<TInput> : Invocation
{
    /// <summary>The input.</summary>
    public TInput Input { get; protected set; } = default!;
}
