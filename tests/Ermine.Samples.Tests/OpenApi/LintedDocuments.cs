using Polls;
using Shop;

namespace Ermine.Samples.Tests.OpenApi;

/// <summary>The samples' documents, and some with a fault each, before the linters: all at once, when the first test asks.</summary>
public sealed class LintedDocuments
{
    /// <summary>A name for each fault, and what it does to the document of Polls.</summary>
    private static readonly Dictionary<string, (string Right, string Wrong)> Faults = new(StringComparer.Ordinal)
    {
        ["operation-operationId"] = ("\"operationId\": \"voting.cast\",", ""),
        ["operation-operationId-unique"] = ("\"operationId\": \"voting.cast\"", "\"operationId\": \"voting.open\""),
        ["path-params"] = ("\"in\": \"path\"", "\"in\": \"query\""),
        ["info-license-strict"] = ("\"identifier\": \"Apache-2.0\"", "\"x-nothing\": \"\""),
    };

    private readonly Lazy<Task<Dictionary<string, IReadOnlyList<string>>>> _complaints = new(LintAsync);

    /// <summary>What the linters say against a document.</summary>
    /// <param name="name">Sample and document, such as <c>Polls v1</c>, or the rule that a fault breaks.</param>
    public async Task<IReadOnlyList<string>> ComplaintsAsync(string name) => (await _complaints.Value)[name];

    private static async Task<Dictionary<string, IReadOnlyList<string>>> LintAsync()
    {
        await using var polls = new SampleApi<Voting>();
        await using var shop = new SampleApi<Ordering>();
        var documents = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Polls v1"] = await polls.DocumentAsync(),
            ["Polls operators"] = await polls.DocumentAsync("operators"),
            ["Shop v1"] = await shop.DocumentAsync(),
            ["Shop operators"] = await shop.DocumentAsync("operators"),
        };
        Assert.All(["Polls operators", "Shop operators"], name => Assert.Contains("\"operationId\": \"queues.queue.pause.post\"", documents[name], StringComparison.Ordinal)); // an empty document is clean too
        foreach (var (rule, (right, wrong)) in Faults)
        {
            Assert.Contains(right, documents["Polls v1"], StringComparison.Ordinal);
            documents[rule] = documents["Polls v1"].Replace(right, wrong, StringComparison.Ordinal);
        }

        var complaints = await Linters.ComplaintsAsync([.. documents.Values]);
        return documents.Keys.Zip(complaints).ToDictionary(StringComparer.Ordinal);
    }
}
