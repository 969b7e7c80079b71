using System.Threading.Channels;
using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>Hands items from a run to whoever reads them, one ahead at most.</summary>
internal sealed class CallItems<T> : IItemSink
{
    private readonly Channel<T> _items = Channel.CreateBounded<T>(new BoundedChannelOptions(1) { SingleReader = true, SingleWriter = true });

    public bool WantsItems => true;

    public ValueTask AddAsync<TItem>(TItem item, CancellationToken ct) => _items.Writer.WriteAsync((T)(object)item!, ct);

    /// <summary>Says that there are no more; the run has ended by then, and been committed.</summary>
    public void Complete() => _items.Writer.TryComplete();

    /// <summary>All items. It ends with the run, which a cancellation ends too.</summary>
    public IAsyncEnumerable<T> ReadAllAsync() => _items.Reader.ReadAllAsync(CancellationToken.None);
}
