using Ermine.Benchmarks.Http.Rest.Shared;
using FastEndpoints;

namespace FastRest;

/// <summary>Takes a basket.</summary>
public sealed class Place : Endpoint<Basket, Placed>
{
    public override void Configure()
    {
        Post("/baskets");
        AllowAnonymous();
    }

    public override Task HandleAsync(Basket req, CancellationToken ct) => Send.OkAsync(req.Place(), ct);
}
