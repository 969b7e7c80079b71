using System.Buffers;

namespace Ermine.Kernel;

public sealed partial class Arguments
{
    private ArgumentResult? _written;
    private object? _result;

    /// <summary>Whether the function has returned a value; no where it returns nothing.</summary>
    public bool HasResult => _written is not null;

    /// <summary>What the function returned; null where it has returned nothing.</summary>
    public object? Result => _result;

    /// <summary>Where the items of a sequence go while the function makes them; null where they are gathered.</summary>
    internal IItemSink? Sink { get; set; }

    /// <summary>Keeps what the function returned, and its declared type, by which it is written later.</summary>
    public void Return<T>(T value)
    {
        _result = value;
        _written = ArgumentResult<T>.Instance;
    }

    /// <summary>Runs a sequence to its end: item by item to whoever waits for them, or into a list where nobody does.</summary>
    public async ValueTask ReturnAsync<T>(IAsyncEnumerable<T> items, CancellationToken ct)
    {
        if (Sink is { WantsItems: true } sink)
        {
            await foreach (var item in items.WithCancellation(ct)) await sink.AddAsync(item, ct);
            return;
        }

        var list = new List<T>();
        await foreach (var item in items.WithCancellation(ct)) list.Add(item);
        Return(list);
    }

    /// <summary>Writes what the function returned as JSON, by its declared type.</summary>
    /// <returns>Whether there was anything to write.</returns>
    /// <exception cref="System.Text.Json.JsonException">It cannot be serialised.</exception>
    /// <exception cref="NotSupportedException">It cannot be serialised.</exception>
    public bool TryWriteResult(IBufferWriter<byte> output)
    {
        if (_written is null || _json is null) return false; // a caller in code takes the value itself
        _written.Write(output, _result, _json.Writing);
        return true;
    }

    private void EndResult() => (_written, _result, Sink) = (null, null, null);
}
