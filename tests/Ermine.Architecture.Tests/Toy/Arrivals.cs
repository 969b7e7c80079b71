using System.Threading.Channels;

namespace Ermine.Architecture.Tests.Toy;

/// <summary>What the functions saw, in order.</summary>
public sealed class Arrivals
{
    private readonly Channel<string> _seen = Channel.CreateUnbounded<string>();

    public void Add(string arrival) => _seen.Writer.TryWrite(arrival);

    public async Task<string> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _seen.Reader.ReadAsync(limit.Token);
    }
}
