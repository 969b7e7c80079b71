using Ermine.Samples.Tests.Shop;
using Ermine.Testing;
using Polls;
using Shop;

namespace Ermine.Samples.Tests.OpenApi;

/// <summary>The samples' documents before public linters. That of the template is checked where its app is made.</summary>
public sealed class LintTests
{
    [NpmFact]
    public Task Nothing_is_said_against_the_document_of_Polls() => HoldsAsync<Voting>();

    [NpmFact]
    public Task Nothing_is_said_against_the_document_of_Shop() => HoldsAsync<Ordering>();

    [NpmTheory]
    [InlineData("\"operationId\": \"voting.cast\",", "", "operation-operationId")]
    [InlineData("\"operationId\": \"voting.cast\"", "\"operationId\": \"voting.open\"", "operation-operationId-unique")]
    [InlineData("\"in\": \"path\"", "\"in\": \"query\"", "path-params")]
    [InlineData("\"identifier\": \"Apache-2.0\"", "\"x-nothing\": \"\"", "info-license-strict")]
    public async Task A_document_with_a_fault_is_found(string right, string wrong, string rule)
    {
        var document = await DocumentOfAsync<Voting>();

        Assert.Contains(right, document, StringComparison.Ordinal);
        Assert.Contains(rule, await Linters.ComplaintsAsync(document.Replace(right, wrong, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static async Task HoldsAsync<TProgram>() where TProgram : class
    {
        var complaints = await Linters.ComplaintsAsync(await DocumentOfAsync<TProgram>());

        Assert.True(complaints.Length == 0, complaints); // all of it: Assert.Empty shows the first line
    }

    private static async Task<string> DocumentOfAsync<TProgram>() where TProgram : class
    {
        await using var app = await TestApp.StartAsync<TProgram>(options => options.TrustBoth());
        return await app.Http.GetStringAsync("/openapi/v1.json");
    }
}
