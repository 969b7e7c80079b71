using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ermine.Queues;

namespace Ermine.Samples.Tests.Queues;

/// <summary>Asks for what operators ask for, as they do: over HTTP.</summary>
internal static class Operator
{
    public const string Queues = "/_ermine/queues";

    /// <summary>What a queue holds.</summary>
    public static async Task<QueueStatus> StatusAsync(this HttpClient http, string queue) =>
        (await http.GetFromJsonAsync<QueueStatus[]>(Queues))!.Single(status => status.Queue == queue);

    /// <summary>The dead letters of a queue.</summary>
    public static async Task<DeadLetter[]> DeadLettersAsync(this HttpClient http, string queue) =>
        (await http.GetFromJsonAsync<DeadLetter[]>($"{Queues}/{queue}/dead-letters"))!;

    /// <summary>The status and the media type of an answer.</summary>
    public static async Task<(HttpStatusCode Status, string? Type)> AskAsync(this HttpClient http, string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Queues + path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>How many messages an answer says there were.</summary>
    public static async Task<long> CountAsync(this HttpClient http, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Queues + path);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("count").GetInt64();
    }
}
