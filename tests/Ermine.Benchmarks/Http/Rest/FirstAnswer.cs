using System.Diagnostics;

namespace Ermine.Benchmarks.Http.Rest;

/// <summary>How soon after its start a process has answered a request.</summary>
internal static class FirstAnswer
{
    private static readonly HttpClient Client = new();

    /// <summary>Milliseconds until the first 200.</summary>
    /// <param name="subject">The app.</param>
    /// <param name="folder">The folder that it is started in, which is the content root of those that say nothing else.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<double> MeasureAsync(RestSubject subject, string folder, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        await using var server = await BenchServer.StartAsync(subject.Words, folder, ct);
        using var answer = await Client.GetAsync(new Uri(server.Address, RestRequest.Get.Path), ct);
        answer.EnsureSuccessStatusCode();
        return clock.Elapsed.TotalMilliseconds;
    }
}
