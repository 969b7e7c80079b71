using System.Security.Claims;
using Ermine.Benchmarks.Http.Rest.Shared;
using FastEndpoints;

namespace FastRest;

/// <summary>Shows who asks.</summary>
public sealed class Me : EndpointWithoutRequest<Caller>
{
    public override void Configure() => Get("/me");

    public override Task HandleAsync(CancellationToken ct) => Send.OkAsync(new Caller(User.FindFirstValue("sub")!), ct);
}
