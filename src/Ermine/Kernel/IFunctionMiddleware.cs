namespace Ermine.Kernel;

/// <summary>Something that every run passes on its way to the function and back. Registered as a service; composed once, at start.</summary>
public interface IFunctionMiddleware
{
    /// <summary>Where it stands: a lower number is further out. Tracing is 100, retry 200, the concurrency limit 300, the timeout 400.</summary>
    int Order { get; }

    /// <summary>What runs instead of <paramref name="next"/> for this function; <paramref name="next"/> itself where there is nothing to add.</summary>
    FunctionHandler Wrap(FunctionDescriptor function, FunctionHandler next);
}
