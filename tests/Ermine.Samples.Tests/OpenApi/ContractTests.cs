using Ermine.Samples.Tests.Processes;
using Ermine.Testing;
using Polls;

namespace Ermine.Samples.Tests.OpenApi;

/// <summary>What a public tool makes of the document of Polls alone: requests in their order, and checks of every answer.</summary>
public sealed class ContractTests
{
    private static readonly string Settings = Path.Combine(Checkout.Root, "tests", "Ermine.Samples.Tests", "OpenApi", "Node", "portman.json");

    [NpmFact]
    public Task A_collection_made_from_the_document_of_Polls_runs_green() => HoldsAsync<Voting>("[GET]::/polls/:id - Schema is valid");

    [NpmFact]
    public async Task A_document_that_tells_of_another_answer_is_found()
    {
        var (code, printed) = await RunAsync<Voting>(document => document.Replace("\"votes\"", "\"tallied\"", StringComparison.Ordinal));

        Assert.True(code != 0, printed);
        Assert.Contains("tallied", printed, StringComparison.Ordinal); // and not for another reason
    }

    private static async Task HoldsAsync<TProgram>(string check) where TProgram : class
    {
        var (code, printed) = await RunAsync<TProgram>(document => document);

        Assert.True(code == 0, printed);
        Assert.Contains($"✓  {check}", printed, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Printed)> RunAsync<TProgram>(Func<string, string> change) where TProgram : class
    {
        await using var app = await TestApp.StartAsync<TProgram>();
        var folder = Directory.CreateTempSubdirectory("ermine-portman-").FullName;
        try
        {
            var file = Path.Combine(folder, "v1.json");
            await File.WriteAllTextAsync(file, change(await app.Http.GetStringAsync("/openapi/v1.json")));
            return await NodeTools.RunAsync(
                "portman", "-l", file, "-b", $"{app.Http.BaseAddress}".TrimEnd('/'), "-c", Settings, "-o", Path.Combine(folder, "collection.json"), "--runNewman");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
