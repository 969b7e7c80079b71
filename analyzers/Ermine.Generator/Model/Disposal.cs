namespace Ermine.Generator.Model;

/// <summary>How an instance of a function class is given up after the run.</summary>
internal enum Disposal
{
    /// <summary>There is nothing to do.</summary>
    None,

    /// <summary>By <c>Dispose</c>.</summary>
    Sync,

    /// <summary>By <c>DisposeAsync</c>.</summary>
    Async,
}
