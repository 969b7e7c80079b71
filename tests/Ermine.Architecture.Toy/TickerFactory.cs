using Ermine.Kernel;

namespace Ermine.Architecture.Toy;

internal sealed class TickerFactory(IServiceProvider services, TimeProvider clock) : ITriggerFactory<TickerAttribute>
{
    public ITriggerSource Create(FunctionDescriptor<TickerAttribute> function) =>
        new TickerSource(function, new PeriodicTimer(TimeSpan.FromSeconds(function.Trigger.EverySeconds), clock), services);
}
