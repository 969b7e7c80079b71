using System.Text.Json;
using System.Text;
using Ermine.Samples.Tests.Node;

namespace Ermine.Samples.Tests.OpenApi;

/// <summary>Two public linters of OpenAPI documents, with their own rules and none of ours. Each is started once for all documents: to start takes longer than to read.</summary>
internal static class Linters
{
    /// <summary>What they have to say against each document, in their order: errors, warnings and hints; none where they have nothing.</summary>
    public static async Task<IReadOnlyList<string>[]> ComplaintsAsync(IReadOnlyList<string> documents)
    {
        var folder = Directory.CreateTempSubdirectory("ermine-openapi-").FullName;
        try
        {
            var files = documents.Select((_, i) => Path.Combine(folder, $"{i}.json")).ToArray();
            for (var i = 0; i < files.Length; i++) await File.WriteAllTextAsync(files[i], documents[i]);
            var found = await Task.WhenAll(SpectralAsync(files), RedoclyAsync(files));
            return [.. files.Select((_, i) => (IReadOnlyList<string>)[.. found.SelectMany(ofOne => ofOne[i])])];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string[][]> SpectralAsync(string[] files)
    {
        var (_, output, errors) = await NodeTools.RunAsync("spectral", ["lint", .. files, "--ruleset", Path.Combine(NodeTools.Folder, "spectral.yaml"), "--fail-severity=hint", "--format=json", "--quiet"]);
        var complaints = Values(output) is [var list] ? list.EnumerateArray().ToLookup(c => c.GetProperty("source").GetString()!, c => $"spectral {c.GetProperty("code")}: {c.GetProperty("message")} at {c.GetProperty("path")}") : throw Unreadable(output, errors);
        return [.. files.Select(file => complaints[file].ToArray())];
    }

    private static async Task<string[][]> RedoclyAsync(string[] files)
    {
        var (_, output, errors) = await NodeTools.RunAsync("redocly", ["lint", .. files, "--config", Path.Combine(NodeTools.Folder, "redocly.yaml"), "--format=json"]);
        var reports = Values(output); // one for each file
        return reports.Length == files.Length
            ? [.. reports.Select(report => report.GetProperty("problems").EnumerateArray().Select(p => $"redocly {p.GetProperty("ruleId")}: {p.GetProperty("message")} at {p.GetProperty("location")[0].GetProperty("pointer")}").ToArray())]
            : throw Unreadable(output, errors);
    }

    private static JsonElement[] Values(string output)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(output), new JsonReaderOptions { AllowMultipleValues = true });
        var values = new List<JsonElement>();
        while (reader.Read()) values.Add(JsonElement.ParseValue(ref reader));
        return [.. values];
    }

    private static InvalidOperationException Unreadable(string output, string errors) => new($"A linter did not say what is wrong, nor that nothing is:\n{output}\n{errors}");
}
