using System.Net;
using Ermine.Events;
using Ermine.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.CloudEvents;

/// <summary>Receives CloudEvents over HTTP, in binary, structured and batch mode, and publishes them.</summary>
public static class CloudEventEndpoints
{
    /// <summary>The largest request, in bytes: a batch of events, each of which has at most 256 KiB.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Maps an endpoint that CloudEvents are posted to: each is on the bus once it has answered 202, a batch as a whole or not at all. An event that is sent
    /// again, with the same source and id, within a day is delivered once.</summary>
    /// <param name="app">Where it is mapped.</param>
    /// <param name="path">Its path. Default: <c>/cloudevents</c>.</param>
    /// <param name="bus">The bus that the events are published on. Default: <c>default</c>.</param>
    /// <returns>The endpoint. It asks for an authenticated caller; <c>RequireAuthorization("policy")</c> asks for more, <c>AllowAnonymous()</c> lets in anybody.</returns>
    public static IEndpointConventionBuilder MapCloudEvents(this IEndpointRouteBuilder app, string path = "/cloudevents", string bus = "default")
    {
        ArgumentNullException.ThrowIfNull(app);
        var endpoint = app.MapPost(path, (RequestDelegate)(context => ReceiveAsync(context, bus)));
        endpoint.WithMetadata(new RequestSizeLimitAttribute(MaxBytes));
        endpoint.RequireAuthorization();
        return endpoint;
    }

    private static async Task ReceiveAsync(HttpContext context, string bus)
    {
        var problem = await PublishAsync(context, bus);
        if (problem is null) context.Response.StatusCode = StatusCodes.Status202Accepted;
        else await problem.ExecuteAsync(context);
    }

    // What was wrong; null where the events are published.
    private static async Task<IResult?> PublishAsync(HttpContext context, string bus)
    {
        var ct = context.RequestAborted;
        try
        {
            var events = await CloudEventRequest.ReadAsync(context.Request, ct);
            if (events is null) return Problem(HttpStatusCode.UnsupportedMediaType,
                "This is no CloudEvent: its content type is neither application/cloudevents+json nor application/cloudevents-batch+json, and it has no header ce-specversion.");

            var options = new PublishOptions { Bus = bus, DeduplicationWindow = Received.Remembered };
            await context.RequestServices.GetRequiredService<IEventBus>().PublishManyJsonAsync(events.Select(Received.Event), options, ct);
            return null;
        }
        catch (BadHttpRequestException e)
        {
            return Problem((HttpStatusCode)e.StatusCode, e.Message);
        }
        catch (PayloadException e)
        {
            return Problem(HttpStatusCode.RequestEntityTooLarge, e.Message);
        }
        catch (Exception e) when (e is ArgumentException or InvalidEventException or System.Text.Json.JsonException or FormatException)
        {
            return Problem(HttpStatusCode.BadRequest, e.Message); // what the sender wrote
        }
        catch (CommitException e) when (e.Failure is CommitFailure.Unavailable or CommitFailure.Unknown)
        {
            context.Response.Headers.RetryAfter = "1";
            return Problem(HttpStatusCode.ServiceUnavailable, "The events could not be recorded; send them again.");
        }
    }

    private static IResult Problem(HttpStatusCode status, string title) => TypedResults.Problem(title: title, statusCode: (int)status);
}
