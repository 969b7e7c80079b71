using Ermine.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ermine.Events;

/// <summary>What operators do over HTTP, under <c>/_ermine/events</c>: open in Development and Testing, elsewhere only to whom the policy
/// that <c>Ermine:Admin:Policy</c> names admits, and without one not there at all.</summary>
internal static class EventEndpoints
{
    /// <summary>The setting that names the policy.</summary>
    public const string PolicySetting = "Ermine:Admin:Policy";

    public static void Map(IEndpointRouteBuilder app)
    {
        var policy = app.ServiceProvider.GetRequiredService<IConfiguration>()[PolicySetting];
        var environment = app.ServiceProvider.GetRequiredService<IHostEnvironment>();
        if (string.IsNullOrEmpty(policy) && !environment.IsDevelopment() && !environment.IsEnvironment("Testing")) return;

        var events = app.MapGroup("/_ermine/events").WithTags("Events");
        if (!string.IsNullOrEmpty(policy)) events.RequireAuthorization(policy);
        events.MapGet("subscriptions", static async (IEventSubscriptions subscriptions, CancellationToken ct) =>
            Json([.. await subscriptions.ListAsync(ct)])).WithName("listSubscriptions").WithSummary("Lists all subscriptions to events");
        events.MapPost("explain", ExplainAsync).WithName("explainEvent").WithSummary("Says for each subscription why an event matches it, or what is missing").WithMetadata(new RequestSizeLimitAttribute(PayloadSerializer.MaxBytes));
    }

    private static async Task<Results<JsonHttpResult<RuleExplanation<string>[]>, ProblemHttpResult>> ExplainAsync(string? bus, Stream body, IEventBus events, CancellationToken ct)
    {
        using var published = new MemoryStream();
        await body.CopyToAsync(published, ct);
        try
        {
            return Json([.. await events.ExplainAsync(published.ToArray(), bus ?? "default", ct)]);
        }
        catch (InvalidEventException e)
        {
            return TypedResults.Problem(title: e.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static JsonHttpResult<RuleExplanation<string>[]> Json(RuleExplanation<string>[] explanations) => TypedResults.Json(explanations, EventJson.Default.RuleExplanationStringArray);

    private static JsonHttpResult<EventSubscription[]> Json(EventSubscription[] subscriptions) => TypedResults.Json(subscriptions, EventJson.Default.EventSubscriptionArray);
}
