using System.Text.Json;
using Ermine.Samples.Tests.Node;
using Ermine.Samples.Tests.OpenApi.Fuzzing;
using Ermine.Samples.Tests.Shop;
using Polls;
using Shop;

namespace Ermine.Samples.Tests.OpenApi;

/// <summary>What a public tool makes of the samples' documents alone: requests in their order, and checks of every answer.</summary>
public sealed class ContractTests(SampleApi<Voting> polls, SampleApi<Ordering> shop) : IClassFixture<SampleApi<Voting>>, IClassFixture<SampleApi<Ordering>>
{
    [NpmFact]
    public Task A_collection_made_from_the_document_of_Polls_runs_green() => HoldsAsync(polls);

    [NpmFact]
    public Task A_collection_made_from_the_document_of_Shop_runs_green() => HoldsAsync(shop);

    [NpmFact]
    public Task A_document_of_Polls_that_tells_of_another_answer_is_found() => FindsAsync(polls, "votes", "tallied");

    [NpmFact]
    public Task A_document_of_Shop_that_tells_of_another_answer_is_found() => FindsAsync(shop, "placedAt", "boughtAt");

    private static async Task HoldsAsync<TProgram>(SampleApi<TProgram> sample) where TProgram : class
    {
        var document = await sample.DocumentAsync();

        var (code, printed) = await RunAsync(sample, document);

        Assert.True(code == 0, printed);
        Assert.All(new ApiDocument(document).Operations, operation => Assert.Contains($"✓  [{operation.Method}]::{PostmanPath(operation.Path)} - Status code is 2xx", printed, StringComparison.Ordinal));
    }

    private static async Task FindsAsync<TProgram>(SampleApi<TProgram> sample, string right, string wrong) where TProgram : class
    {
        var document = await sample.DocumentAsync();

        var (code, printed) = await RunAsync(sample, document.Replace($"\"{right}\"", $"\"{wrong}\"", StringComparison.Ordinal));

        Assert.True(code != 0, printed);
        Assert.Contains($"have required property '{wrong}'", printed, StringComparison.Ordinal); // and not for another reason
    }

    private static async Task<(int Code, string Printed)> RunAsync<TProgram>(SampleApi<TProgram> sample, string document) where TProgram : class
    {
        var app = await sample.App;
        var folder = Directory.CreateTempSubdirectory("ermine-portman-").FullName;
        try
        {
            var file = Path.Combine(folder, "v1.json");
            await File.WriteAllTextAsync(file, document);
            var settings = Path.Combine(NodeTools.Folder, $"portman.{typeof(TProgram).Name}.json");
            var options = JsonSerializer.Serialize(new { envVar = new[] { new { key = "token", value = ShopClient.StaffToken } } });
            var (code, output, errors) = await NodeTools.RunAsync(
                "portman", "-l", file, "-b", $"{app.Http.BaseAddress}".TrimEnd('/'), "-c", settings, "-o", Path.Combine(folder, "collection.json"), "--runNewman", "--newmanRunOptions", options);
            return (code, output + errors);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string PostmanPath(string path) => path.Replace('{', ':').Replace("}", "", StringComparison.Ordinal);
}
