using System.Diagnostics;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ermine.Webhooks.Receiving;

/// <summary>The address of one webhook: looks at the signature before anything else of the body, and answers once the delivery is recorded.</summary>
internal sealed class WebhookEndpoint(FunctionDescriptor<WebhookAttribute> function, IServiceProvider services)
{
    /// <summary>What addresses of webhooks begin with.</summary>
    public const string Root = "/webhooks";

    private const int LongestId = 256;

    private readonly WebhookAttribute _webhook = function.Trigger;
    private readonly WebhookReceivers _receivers = services.GetRequiredService<WebhookReceivers>();
    private readonly TimeProvider _time = services.GetRequiredService<TimeProvider>();
    private readonly ILogger _log = services.GetRequiredService<ILogger<WebhookEndpoint>>();
    private readonly RefusalReport _refusals = new(function.Trigger.Name, services.GetRequiredService<ILogger<WebhookEndpoint>>(), TimeProvider.System);

    public async Task InvokeAsync(HttpContext http)
    {
        var refusal = await RefusalOfAsync(http);
        if (refusal is null) return;

        _refusals.Tell(refusal);
        await TypedResults.Problem(title: refusal.Title, statusCode: refusal.Status).ExecuteAsync(http);
    }

    private async Task<WebhookRefusal?> RefusalOfAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType() || http.Request.Headers.ContentEncoding.Count > 0)
            return new WebhookRefusal(StatusCodes.Status415UnsupportedMediaType, "The body must be application/json, and not compressed.", "its body is not application/json, or compressed");

        try
        {
            return await RawBody.ReadAsync(http.Request, _webhook.MaxBodyBytes, http.RequestAborted) is { } body ? await ReceiveAsync(http, body)
                : new WebhookRefusal(StatusCodes.Status413PayloadTooLarge, "The body is too large.", $"its body has more than MaxBodyBytes, which is {_webhook.MaxBodyBytes}");
        }
        catch (BadHttpRequestException e)
        {
            return new WebhookRefusal(e.StatusCode, "The body cannot be read.", "its body broke off, or came too slowly");
        }
        catch (Exception e) when (e is IOException or OperationCanceledException && http.RequestAborted.IsCancellationRequested)
        {
            return null; // nobody is there to be answered
        }
    }

    private async Task<WebhookRefusal?> ReceiveAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        var receiver = _receivers.Of(function);
        var request = new WebhookRequest(http.Request.Headers, body, _time.GetUtcNow(), receiver.Url ?? UrlOf(http), http.Request.Method);
        if (receiver.Verifier.Refuse(request) is { } refusal) return refusal;

        using var json = BodyJson.Parse(body);
        if (json is null) return WebhookRefusal.Bad("The body is no JSON.");
        if (receiver.Verifier.Answer(request, json.RootElement) is { } answer)
        {
            await TypedResults.Text(answer).ExecuteAsync(http);
            return null;
        }

        var facts = receiver.Verifier.Read(request, json.RootElement);
        if (facts.Id is not { Length: > 0 and <= LongestId } id || id.Any(char.IsControl)) return WebhookRefusal.Bad($"The delivery has no id of 1 to {LongestId} characters.");

        return await RecordAsync(http, receiver, new OutgoingMessage(receiver.Queue, receiver.TakesAll
            ? DeliveryText.Of(id, facts.Type, facts.Time ?? request.Now, request.Headers, receiver.Verifier.SignatureHeader, body.Span)
            : body)
        {
            DeduplicationKey = id,
            DeduplicationWindow = TimeSpan.FromDays(_webhook.RememberDays),
            Headers = Activity.Current?.Id is { } trace ? new Dictionary<string, string> { [Message.TraceParent] = trace } : null,
        });
    }

    private async Task<WebhookRefusal?> RecordAsync(HttpContext http, WebhookReceiver receiver, OutgoingMessage delivery)
    {
        try
        {
            await http.RequestServices.GetRequiredService<Outbox>().SendAsync([delivery], null, CancellationToken.None); // whoever goes away meanwhile comes again, and is told
            http.Response.StatusCode = StatusCodes.Status202Accepted;
        }
        catch (CommitException e)
        {
            WebhookLog.NotRecorded(_log, e, receiver.Function.Trigger.Name, StatusCodes.Status503ServiceUnavailable);
            await TypedResults.Problem(title: "The delivery could not be recorded; send it again.", statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(http);
        }

        return null;
    }

    // As it was sent: what is decoded is not what was signed.
    private static string UrlOf(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return target.StartsWith('/') ? $"{http.Request.Scheme}://{http.Request.Host}{target}" : target;
    }
}
