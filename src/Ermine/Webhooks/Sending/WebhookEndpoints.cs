using Ermine.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Webhooks.Sending;

/// <summary>What operators do over HTTP, under <c>/_ermine/webhooks</c>, for whom <see cref="Operators"/> says.</summary>
internal static class WebhookEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        if (!Operators.AreServed(app.ServiceProvider, out var policy)) return;
        if (app.ServiceProvider.GetService<IWebhookStore>() is null) return;

        var webhooks = app.MapGroup("/_ermine/webhooks").WithTags("Webhooks").AddEndpointFilter(AnswerMistakesAsync);
        if (policy is not null) webhooks.RequireAuthorization(policy);
        MapDestinations(webhooks);
        MapDeliveries(webhooks);
    }

    private static void MapDestinations(RouteGroupBuilder webhooks)
    {
        webhooks.MapGet("", static async (IWebhookDestinations destinations, CancellationToken ct) => Json([.. await destinations.ListAsync(ct)]))
            .WithSummary("Lists the destinations of webhooks, without their secrets.").Produces<WebhookDestinationStatus[]>();
        webhooks.MapPost("{destination}/enable", static async (string destination, IWebhookDestinations destinations, CancellationToken ct) =>
        {
            await destinations.EnableAsync(destination, ct);
            return TypedResults.NoContent();
        }).WithSummary("Sends again to a destination that was disabled.").ProducesProblem(StatusCodes.Status404NotFound);
        webhooks.MapPost("{destination}/disable", static async (string destination, string? reason, IWebhookDestinations destinations, CancellationToken ct) =>
        {
            await destinations.DisableAsync(destination, reason ?? "An operator did so.", ct);
            return TypedResults.NoContent();
        }).WithSummary("Sends no more to a destination; what waits is kept.").ProducesProblem(StatusCodes.Status404NotFound);
        webhooks.MapGet("{destination}/secrets", static async (string destination, HttpResponse response, IWebhookDestinations destinations, CancellationToken ct) =>
        {
            response.Headers.CacheControl = "no-store";
            return Json(new WebhookSecrets(await destinations.SecretsAsync(destination, ct)));
        }).WithSummary("Shows the secrets by which deliveries to a destination are signed.").Produces<WebhookSecrets>().ProducesProblem(StatusCodes.Status404NotFound);
        webhooks.MapPost("{destination}/secrets", static async (string destination, HttpResponse response, IWebhookDestinations destinations, CancellationToken ct) =>
        {
            response.Headers.CacheControl = "no-store";
            return Json(new WebhookSecrets([await destinations.RotateSecretAsync(destination, ct)]));
        }).WithSummary("Gives a destination a new secret; the former one signs too for a day.").Produces<WebhookSecrets>().ProducesProblem(StatusCodes.Status404NotFound);
        webhooks.MapPost("{destination}/ping", static async (string destination, IWebhookDestinations destinations, CancellationToken ct) =>
        {
            await destinations.PingAsync(destination, ct);
            return TypedResults.Accepted((string?)null);
        }).WithSummary("Sends a destination an event that says no more than that it has arrived.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void MapDeliveries(RouteGroupBuilder webhooks)
    {
        webhooks.MapGet("{destination}/deliveries", static async (string destination, bool? failed, string? @event, long? before, int? limit, IWebhookDeliveries deliveries, CancellationToken ct) =>
            Json([.. await deliveries.ListAsync(destination, new WebhookDeliveryFilter { Failed = failed ?? false, EventId = @event, Before = before ?? long.MaxValue, Limit = limit ?? 100 }, ct)]))
            .WithSummary("Lists the attempts to deliver to a destination, the latest first.").Produces<WebhookDelivery[]>().ProducesProblem(StatusCodes.Status404NotFound);
        webhooks.MapPost("{destination}/deliveries/{delivery}/replay", static async (string destination, long delivery, IWebhookDeliveries deliveries, CancellationToken ct) =>
        {
            await deliveries.ReplayAsync(destination, delivery, ct);
            return TypedResults.Accepted((string?)null);
        }).WithSummary("Sends the event of a delivery again.").ProducesProblem(StatusCodes.Status404NotFound);
        webhooks.MapPost("{destination}/replay", static async (string destination, DateTimeOffset? since, IWebhookDeliveries deliveries, CancellationToken ct) =>
            Json(new WebhookCount(await deliveries.ReplayFailedAsync(destination, since ?? DateTimeOffset.UnixEpoch, ct))))
            .WithSummary("Sends again what was given up, all of it or that since a time.").Produces<WebhookCount>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async ValueTask<object?> AnswerMistakesAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            var answer = await next(context); // filters run, and the endpoint does not, where a value could not be bound
            return context.HttpContext.Response.StatusCode == StatusCodes.Status400BadRequest ? Mistake("A value of the request cannot be read.", StatusCodes.Status400BadRequest) : answer;
        }
        catch (ArgumentException e)
        {
            return Mistake(e.Message.Replace($" (Parameter '{e.ParamName}')", "", StringComparison.Ordinal), e.ParamName is "destination" or "delivery" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
        }
    }

    private static JsonHttpResult<WebhookDestinationStatus[]> Json(WebhookDestinationStatus[] destinations) => TypedResults.Json(destinations, SendingJson.Plain.WebhookDestinationStatusArray);

    private static JsonHttpResult<WebhookDelivery[]> Json(WebhookDelivery[] deliveries) => TypedResults.Json(deliveries, SendingJson.Plain.WebhookDeliveryArray);

    private static JsonHttpResult<WebhookSecrets> Json(WebhookSecrets secrets) => TypedResults.Json(secrets, SendingJson.Plain.WebhookSecrets);

    private static JsonHttpResult<WebhookCount> Json(WebhookCount count) => TypedResults.Json(count, SendingJson.Plain.WebhookCount);

    private static ProblemHttpResult Mistake(string title, int status) => TypedResults.Problem(title: title, statusCode: status);
}
