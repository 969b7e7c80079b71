using Ermine.Kernel;

namespace Ermine.Architecture.Toy;

internal sealed class TickerSource(FunctionDescriptor function, PeriodicTimer timer, IServiceProvider services) : ITriggerSource
{
    private int _ticks;

    public async ValueTask<IReadOnlyList<Delivery>> ReceiveAsync(int limit, CancellationToken stopping)
    {
        await timer.WaitForNextTickAsync(stopping);
        return [new TickerDelivery(new TickerInvocation(function, ++_ticks, services))];
    }

    public ValueTask DisposeAsync()
    {
        timer.Dispose();
        return default;
    }
}
