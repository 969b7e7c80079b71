using Ermine.Benchmarks.Http.Rest.Shared;
using FastEndpoints;

namespace FastRest;

/// <summary>Shows an item.</summary>
public sealed class Show : Endpoint<ShowRequest, Item>
{
    public override void Configure()
    {
        Get("/items/{id}");
        AllowAnonymous();
    }

    public override Task HandleAsync(ShowRequest req, CancellationToken ct) => Send.OkAsync(new Item(req.Id, "a pound of tea", 425), ct);
}
