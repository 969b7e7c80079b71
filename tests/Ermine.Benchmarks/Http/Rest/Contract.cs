using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Ermine.Benchmarks.Http.Rest;

/// <summary>What an app must do before it is measured: the same answers as the others, and the same refusals.</summary>
internal static class Contract
{
    private static readonly HttpClient Client = new();

    /// <exception cref="InvalidOperationException">It answers something else.</exception>
    public static async Task CheckAsync(RestSubject subject, Uri server, string token, IReadOnlyList<RestRequest> requests, CancellationToken ct)
    {
        foreach (var request in requests) await ExpectAsync(request, request.Body, token, HttpStatusCode.OK);

        if (requests.Contains(RestRequest.Jwt))
        {
            await ExpectAsync(RestRequest.Jwt, null, null, HttpStatusCode.Unauthorized);
            await ExpectAsync(RestRequest.Jwt, null, Token.Forge(token), HttpStatusCode.Unauthorized);
        }

        if (requests.Contains(RestRequest.Post))
        {
            foreach (var (right, wrong) in Mistakes) await ExpectAsync(RestRequest.Post, RestRequest.Post.Body!.Replace(right, wrong, StringComparison.Ordinal), token, HttpStatusCode.BadRequest);
        }

        async Task ExpectAsync(RestRequest request, string? body, string? bearer, HttpStatusCode expected)
        {
            using var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(server, request.Path));
            if (request.NeedsToken && bearer is not null) message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            if (body is not null) message.Content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await Client.SendAsync(message, ct);
            var text = await answer.Content.ReadAsStringAsync(ct);
            if (answer.StatusCode != expected || (expected == HttpStatusCode.OK && text != request.Answer))
                throw new InvalidOperationException($"{subject.Name} answers {request.Name} with {(int)answer.StatusCode} {text}, not with {(int)expected}.");
        }
    }

    // One in the basket, one in what it holds, one in its collection.
    private static readonly (string Right, string Wrong)[] Mistakes = [("b-4711", ""), ("ada@example.org", "nobody"), ("\"quantity\":2", "\"quantity\":0")];
}
