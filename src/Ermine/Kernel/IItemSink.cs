namespace Ermine.Kernel;

/// <summary>Takes the items of a sequence that a function returns, while it makes them.</summary>
internal interface IItemSink
{
    /// <summary>Whether items are wanted one by one; if not, they are gathered into one result.</summary>
    bool WantsItems { get; }

    /// <summary>Takes the next item; completes when the function may make another.</summary>
    ValueTask AddAsync<T>(T item, CancellationToken ct);
}
