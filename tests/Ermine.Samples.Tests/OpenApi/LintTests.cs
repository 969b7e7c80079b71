using Ermine.Samples.Tests.Node;

namespace Ermine.Samples.Tests.OpenApi;

/// <summary>The samples' documents before public linters. Those of the template are checked where its app is made.</summary>
public sealed class LintTests(LintedDocuments documents) : IClassFixture<LintedDocuments>
{
    [NpmTheory]
    [InlineData("Polls v1")]
    [InlineData("Polls operators")]
    [InlineData("Shop v1")]
    [InlineData("Shop operators")]
    public async Task Nothing_is_said_against_a_document(string name) => Assert.Empty(await documents.ComplaintsAsync(name));

    [NpmTheory]
    [InlineData("operation-operationId")]
    [InlineData("operation-operationId-unique")]
    [InlineData("path-params")]
    [InlineData("info-license-strict")]
    public async Task A_document_with_a_fault_is_found(string rule) =>
        Assert.Contains(await documents.ComplaintsAsync(rule), complaint => complaint.Contains($" {rule}:", StringComparison.Ordinal));
}
