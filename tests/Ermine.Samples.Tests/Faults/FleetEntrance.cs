using System.Net;
using System.Net.Http.Json;

namespace Ermine.Samples.Tests.Faults;

/// <summary>Whichever worker there is, for whoever asks something of one of them.</summary>
internal sealed class FleetEntrance(Fleet fleet) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Whether a worker has said that it accepts something. Nothing is sent twice.</summary>
    public async Task<bool> IsAcceptedAsync<T>(string path, T body, Random luck)
    {
        while (true)
        {
            try
            {
                using var answer = await _http.PostAsJsonAsync(new Uri(fleet.Any(luck).Address, path), body);
                return answer.StatusCode == HttpStatusCode.Accepted;
            }
            catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
            {
                await Task.Yield(); // nobody listens there, so it was not sent: another worker is asked
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                return false; // the worker died, or does not answer
            }
        }
    }

    /// <summary>Asks until a worker has accepted what may be asked for twice.</summary>
    public async Task UntilAcceptedAsync<T>(HttpMethod method, string path, T body, Random luck)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(method, new Uri(fleet.Any(luck).Address, path)) { Content = JsonContent.Create(body) };
                using var answer = await _http.SendAsync(request);
                if (answer.StatusCode == HttpStatusCode.Accepted) return;
                if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound) throw new InvalidOperationException($"{path} was refused: {await answer.Content.ReadAsStringAsync()}");
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // the worker died, or does not answer: it is asked again
            }

            await pace.WaitForNextTickAsync();
        }
    }

    public void Dispose() => _http.Dispose();
}
