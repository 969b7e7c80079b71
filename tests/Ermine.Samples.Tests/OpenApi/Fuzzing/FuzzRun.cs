using System.Text.RegularExpressions;

namespace Ermine.Samples.Tests.OpenApi.Fuzzing;

/// <summary>Sends requests through the judge and gathers what was answered that must not be.</summary>
internal sealed partial class FuzzRun(ApiDocument document, Uri app, Prism judge, int seed, string token, int mostFaults)
{
    private const int AtOnce = 4;

    private readonly RequestMaker _requests = new(seed, document);
    private readonly SortedDictionary<int, int> _statuses = [];

    /// <summary>Answers that must not be, with the requests that led to them.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>How often each status was answered.</summary>
    public string Statuses => string.Join(", ", _statuses.Select(s => $"{s.Key}: {s.Value}"));

    /// <summary>Whether a status was answered at all.</summary>
    public bool HasSeen(int status) => _statuses.ContainsKey(status);

    public async Task SendAsync(int count)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(5), DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
        for (var sent = 0; sent < count && Faults.Count < mostFaults; sent += AtOnce)
        {
            var requests = Enumerable.Range(0, AtOnce).Select(_ => _requests.Next()).ToArray();
            var answers = await Task.WhenAll(requests.Select(request => SendAsync(http, request)));
            for (var i = 0; i < answers.Length; i++) Judge(requests[i], answers[i]);
        }
    }

    private async Task<(int Status, string Type, string Text)> SendAsync(HttpClient http, FuzzRequest request)
    {
        using var message = request.ToMessage(request.Kind == FuzzKind.Malformed ? app : judge.Address);
        using var answer = await http.SendAsync(message);
        return ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType ?? "", await answer.Content.ReadAsStringAsync());
    }

    private void Judge(FuzzRequest request, (int Status, string Type, string Text) answer)
    {
        _statuses[answer.Status] = _statuses.GetValueOrDefault(answer.Status) + 1;
        if (answer.Text.Contains("stoplight.io/prism/errors", StringComparison.Ordinal)) Report("the judge objects");
        else if (answer.Status >= 500) Report("the app failed");
        else if (!request.Operation.Documents(answer.Status)) Report("the document knows of no such status");
        else if (request.Kind == FuzzKind.Valid && answer.Status is 400 or 415 or 422) Report("a request that fits was refused");
        else if (answer.Status >= 400 && answer.Text.Length > 0 && answer.Type != "application/problem+json") Report("this is no problem of RFC 9457");
        if (Id().Match(answer.Text) is { Success: true } id && !_requests.Values.KnownIds.Contains(id.Groups[1].Value)) _requests.Values.KnownIds.Add(id.Groups[1].Value);
        if (Next().Match(answer.Text) is { Success: true } next) _requests.Cursors[$"{request.Operation}"] = next.Groups[1].Value;

        void Report(string why) => Faults.Add($"{why}: {request}\n  answered {answer.Status} {answer.Type} {answer.Text[..Math.Min(answer.Text.Length, 600)]}");
    }

    [GeneratedRegex("\"id\":\"([a-z0-9-]{1,40})\"")]
    private static partial Regex Id();

    [GeneratedRegex("\"next\":\"([^\"]+)\"")]
    private static partial Regex Next();
}
