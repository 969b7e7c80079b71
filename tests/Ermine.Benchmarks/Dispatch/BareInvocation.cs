using Ermine.Kernel;

namespace Ermine.Benchmarks.Dispatch;

/// <summary>A run that is used again where it opened nothing, as the runs of an endpoint are.</summary>
internal sealed class BareInvocation : Invocation
{
    public BareInvocation(FunctionDescriptor function, IServiceProvider services)
    {
        Function = function;
        RootServices = services;
    }

    public override string IdempotencyKey => "";

    protected override IServiceProvider RootServices { get; }

    public override ValueTask DisposeAsync() => HasResources ? base.DisposeAsync() : default;
}
