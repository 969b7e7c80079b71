using System.Net.Http.Headers;
using System.Text;

namespace Ermine.Webhooks.Sending;

/// <summary>Makes one attempt: a POST of the event's bytes, signed.</summary>
internal sealed class WebhookPoster : IDisposable
{
    private const int MostHeaders = 16; // in KiB
    private const int MostDrained = 16 * 1024;
    private const int MostShown = 200;

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly ProductInfoHeaderValue Agent = new("Ermine-Webhooks", "1");

    private readonly HttpMessageInvoker _http;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;

    public WebhookPoster(AddressGuard guard, WebhookSettings settings, TimeProvider time)
    {
        (_time, _timeout) = (time, settings.Timeout);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = guard.ConnectAsync,
            AllowAutoRedirect = false, // where a redirect leads was judged by nobody
            UseProxy = false, // a proxy would resolve the name again
            UseCookies = false,
            ActivityHeadersPropagator = null, // what the app knows of its traces is not the receiver's business
            PooledConnectionLifetime = TimeSpan.FromMinutes(2), // then the name is resolved again
            MaxConnectionsPerServer = 32,
            MaxResponseHeadersLength = MostHeaders,
            MaxResponseDrainSize = MostDrained,
        });
    }

    /// <summary>Posts an event to a destination.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled from outside.</exception>
    public async Task<WebhookAnswer> PostAsync(StoredDestination destination, string id, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(_timeout);
        try
        {
            using var request = Request(destination, id, body);
            using var response = await _http.SendAsync(request, limit.Token);
            if (response.IsSuccessStatusCode) return new WebhookAnswer((int)response.StatusCode);
            return new WebhookAnswer((int)response.StatusCode, await ReasonAsync(response, limit.Token), RetrySchedule.Asked(response.Headers.RetryAfter, _time.GetUtcNow()));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new WebhookAnswer(null, $"It did not answer within {_timeout.TotalSeconds:0.##} s.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new WebhookAnswer(null, (e.InnerException ?? e).Message);
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(StoredDestination destination, string id, ReadOnlyMemory<byte> body)
    {
        var now = _time.GetUtcNow();
        var request = new HttpRequestMessage(HttpMethod.Post, destination.Url) { Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } } };
        request.Headers.UserAgent.Add(Agent);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSecret.Sign(destination.SecretsAt(now), id, now.ToUnixTimeSeconds(), body.Span));
        return request;
    }

    // The beginning of what it says, and no more, however long that is.
    private static async Task<string> ReasonAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var shown = new byte[MostShown];
        var body = await response.Content.ReadAsStreamAsync(ct);
        var length = await body.ReadAtLeastAsync(shown, MostShown, throwOnEndOfStream: false, ct);
        var text = Encoding.UTF8.GetString(shown, 0, length).ReplaceLineEndings(" ").Trim();
        var status = $"It answered {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();
        return text.Length == 0 ? $"{status}." : $"{status}: {text}";
    }
}
