using System.Diagnostics;
using System.Security.Claims;

namespace Ermine.Kernel;

/// <summary>A run that was called by leased messages.</summary>
public sealed class WorkInvocation : Invocation<Batch>
{
    private readonly Lease _lease;
    private ClaimsPrincipal? _user;

    internal WorkInvocation(FunctionDescriptor function, Lease lease, PayloadSerializer serializer, IServiceProvider services, IIdentityCarrier? carrier = null)
    {
        _lease = lease;
        RootServices = services;
        Function = function;
        Attempt = lease.Messages[0].Attempt;
        Input = new Batch(lease.Messages, serializer) { ReadSender = carrier is null ? null : message => carrier.Read(lease.Queue, message) };
    }

    /// <inheritdoc/>
    public override string IdempotencyKey => $"{_lease.Queue}/{First.Origin}";

    /// <inheritdoc/>
    public override ActivityContext Parent => First.Trace;

    /// <inheritdoc/>
    public override ClaimsPrincipal User => _user ??= Input.CommonSender.User;

    /// <inheritdoc/>
    protected override IServiceProvider RootServices { get; }

    // One that was refused is no part of the run, unless all were.
    private Message First => (Input.Messages.Count > 0 ? Input.Messages : _lease.Messages)[0];
}
