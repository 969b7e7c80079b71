using System.Diagnostics;

namespace Ermine.Kernel;

/// <summary>A run that was called by leased messages.</summary>
public sealed class WorkInvocation : Invocation<Batch>
{
    private readonly Lease _lease;

    internal WorkInvocation(FunctionDescriptor function, Lease lease, PayloadSerializer serializer, IServiceProvider services)
    {
        _lease = lease;
        RootServices = services;
        Function = function;
        Attempt = lease.Messages[0].Attempt;
        Input = new Batch(lease.Messages, serializer);
    }

    /// <inheritdoc/>
    public override string IdempotencyKey => $"{_lease.Queue}/{_lease.Messages[0].Origin}";

    /// <inheritdoc/>
    public override ActivityContext Parent => _lease.Messages[0].Trace;

    /// <inheritdoc/>
    protected override IServiceProvider RootServices { get; }
}
