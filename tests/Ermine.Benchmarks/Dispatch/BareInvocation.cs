using Ermine.Kernel;

namespace Ermine.Benchmarks.Dispatch;

/// <summary>A run that is used again and again, as the runs of an endpoint are.</summary>
internal sealed class BareInvocation : Invocation
{
    private readonly IServiceProvider _services;

    public BareInvocation(FunctionDescriptor function, IServiceProvider services)
    {
        Function = function;
        _services = services;
    }

    public override string IdempotencyKey => "";

    protected override IServiceProvider RootServices => _services;

    public override ValueTask DisposeAsync() => HasResources ? EndAsync() : default;

    private async ValueTask EndAsync()
    {
        await base.DisposeAsync();
        Reset();
    }
}
