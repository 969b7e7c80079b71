using System.Net;
using System.Net.Http.Json;
using Ermine.Samples.Tests.Node;
using Ermine.Samples.Tests.OpenApi;
using Ermine.Samples.Tests.Processes;

namespace Ermine.Samples.Tests.Template;

/// <summary>The template as a newcomer meets it: outside this tree, with packages from a folder.</summary>
[Collection(nameof(TemplateCollection))]
public sealed class TemplateTests(PackedTemplate template)
{
    [Fact]
    public async Task A_new_app_builds_without_a_warning_passes_its_test_and_runs()
    {
        var shop = await template.NewShopAsync("built");

        await Command.RunAsync(shop, "dotnet", "build", "-warnaserror");
        var tested = await Command.RunAsync(shop, "dotnet", "test", "--no-build");
        await using var app = await AppProcess.StartAsync(Path.Combine(shop, "Shop/bin/Debug/net10.0/Shop.dll"), "--urls=http://127.0.0.1:0", $"--contentRoot={Path.Combine(shop, "Shop")}");
        using var http = new HttpClient { BaseAddress = app.Address };
        var placed = await http.PostAsJsonAsync("/orders", new { item = "tea", quantity = 2 });
        var complaints = NodeTools.AreHere ? await Linters.ComplaintsAsync([await http.GetStringAsync("/openapi/v1.json")]) : [];
        var ended = await app.StopAsync();

        Assert.Contains("Passed!", tested);
        Assert.Equal(HttpStatusCode.Accepted, placed.StatusCode);
        Assert.All(complaints, Assert.Empty);
        Assert.Equal(0, ended);
    }
}
