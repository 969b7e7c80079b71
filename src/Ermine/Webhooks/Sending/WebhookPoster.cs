using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Ermine.Webhooks.Sending;

/// <summary>Makes one attempt: a POST of the event in the destination's format, signed.</summary>
internal sealed class WebhookPoster : IDisposable
{
    private const int MostHeaders = 16; // in KiB
    private const int MostDrained = 16 * 1024;
    private const int MostShown = 200;

    private static readonly ProductInfoHeaderValue Agent = new("Ermine-Webhooks", "1");

    private readonly HttpMessageInvoker _http;
    private readonly WebhookWriters _writers;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;

    public WebhookPoster(WebhookWriters writers, AddressGuard guard, WebhookSettings settings, TimeProvider time)
    {
        (_writers, _time, _timeout) = (writers, time, settings.Timeout);
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
    public async Task<WebhookAnswer> PostAsync(StoredDestination destination, string id, ReadOnlyMemory<byte> published, CancellationToken ct)
    {
        HttpContent content;
        try
        {
            content = _writers.Find(destination.Format)!.Write(published); // a destination whose format nothing writes is not run
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return new WebhookAnswer(null, $"The event cannot be sent as {destination.Format}: {e.Message}") { IsFinal = true };
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(_timeout);
        try
        {
            using var request = await RequestAsync(destination, id, content, limit.Token);
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

    private async Task<HttpRequestMessage> RequestAsync(StoredDestination destination, string id, HttpContent content, CancellationToken ct)
    {
        var now = _time.GetUtcNow();
        var body = await content.ReadAsByteArrayAsync(ct); // which buffers it: these are the bytes that are sent
        var request = new HttpRequestMessage(HttpMethod.Post, destination.Url) { Content = content };
        request.Headers.UserAgent.Add(Agent);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSecret.Sign(destination.SecretsAt(now), id, now.ToUnixTimeSeconds(), body));
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
