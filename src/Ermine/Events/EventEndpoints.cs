using System.Text.Json;
using Ermine.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Ermine.Events;

/// <summary>What operators do over HTTP, under <c>/_ermine/events</c>, for whom <see cref="Operators"/> says.</summary>
internal static class EventEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        if (!Operators.AreServed(app.ServiceProvider, out var policy)) return;

        var events = app.MapGroup("/_ermine/events").WithTags("Events");
        if (policy is not null) events.RequireAuthorization(policy);
        events.MapGet("subscriptions", static async (IEventSubscriptions subscriptions, CancellationToken ct) =>
            Json([.. await subscriptions.ListAsync(ct)])).WithName("listSubscriptions").WithSummary("Lists all subscriptions to events");
        events.MapGet("replays", static async (IEventArchive archive, CancellationToken ct) => Json(await archive.ListAsync(ct))).WithName("listReplays").WithSummary("Lists replays, and how far each has come");
        events.MapPost("replays", ReplayAsync).WithName("startReplay").WithSummary("Delivers events of the archive once more to one subscription; with dryRun=true says what that would be");
        events.MapDelete("replays/{name}", CancelAsync).WithName("cancelReplay").WithSummary("Ends a replay");
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
            return Refused(e.Message);
        }
    }

    private static async Task<Results<JsonHttpResult<EventReplay>, JsonHttpResult<ReplayPlan>, ProblemHttpResult>> ReplayAsync(bool? dryRun, Stream body, IEventArchive archive, CancellationToken ct)
    {
        try
        {
            if (await JsonSerializer.DeserializeAsync(body, EventJson.Default.ReplayOrder, ct) is not { } order) return Refused("The body is null, and a replay has a name and a subscription.");
            if (dryRun == true) return TypedResults.Json(await archive.PlanAsync(order.Subscription ?? "", order.Range(), ct), EventJson.Default.ReplayPlan);
            return TypedResults.Json(await archive.StartAsync(order.Name ?? "", order.Subscription ?? "", order.Range(), ct), EventJson.Default.EventReplay, statusCode: StatusCodes.Status202Accepted);
        }
        catch (Exception e) when (e is ArgumentException or JsonException)
        {
            return Refused(e is ArgumentException { ParamName: { } name } ? e.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : e.Message);
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelAsync(string name, IEventArchive archive, CancellationToken ct) =>
        await archive.CancelAsync(name, ct) ? TypedResults.NoContent() : TypedResults.Problem(title: $"There is no replay '{name}' that has not ended.", statusCode: StatusCodes.Status404NotFound);

    private static ProblemHttpResult Refused(string why) => TypedResults.Problem(title: why, statusCode: StatusCodes.Status400BadRequest);

    private static JsonHttpResult<EventReplay[]> Json(IReadOnlyList<EventReplay> replays) => TypedResults.Json(replays.ToArray(), EventJson.Default.EventReplayArray);

    private static JsonHttpResult<RuleExplanation<string>[]> Json(RuleExplanation<string>[] explanations) => TypedResults.Json(explanations, EventJson.Plain.RuleExplanationStringArray);

    private static JsonHttpResult<EventSubscription[]> Json(EventSubscription[] subscriptions) => TypedResults.Json(subscriptions, EventJson.Plain.EventSubscriptionArray);
}
