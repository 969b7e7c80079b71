namespace Ermine.Samples.Tests.OpenApi;

/// <summary>Two public linters of OpenAPI documents, with their own rules and none of ours.</summary>
internal static class Linters
{
    /// <summary>What they have to say against a document: errors, warnings and hints; empty where they have nothing.</summary>
    public static async Task<string> ComplaintsAsync(string document)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("ermine-openapi-").FullName, "v1.json");
        try
        {
            await File.WriteAllTextAsync(file, document);
            var spectral = await NodeTools.RunAsync("spectral", "lint", file, "--ruleset", Path.Combine(NodeTools.Folder, "spectral.yaml"), "--fail-severity=hint");
            var redocly = await NodeTools.RunAsync("redocly", "lint", file, "--config", Path.Combine(NodeTools.Folder, "redocly.yaml"));
            // Redocly counts warnings behind "You have", and succeeds all the same.
            return (spectral.Code == 0 ? "" : spectral.Printed) + (redocly.Code == 0 && !redocly.Printed.Contains("You have", StringComparison.Ordinal) ? "" : redocly.Printed);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}
