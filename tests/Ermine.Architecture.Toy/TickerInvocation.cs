using Ermine.Kernel;

namespace Ermine.Architecture.Toy;

internal sealed class TickerInvocation : Invocation
{
    private readonly int _tick;

    public TickerInvocation(FunctionDescriptor function, int tick, IServiceProvider services) => (Function, _tick, RootServices) = (function, tick, services);

    public override string IdempotencyKey => $"{Function.Id}/{_tick}";

    protected override IServiceProvider RootServices { get; }
}
