using System.Net;
using System.Net.Http.Json;
using Ermine.Samples.Tests.Processes;

namespace Ermine.Samples.Tests.Template;

/// <summary>The template as a newcomer meets it: outside this tree, with packages from a folder.</summary>
public sealed class TemplateTests : IDisposable
{
    private static readonly string[] Packages = ["src/Ermine", "src/Ermine.Postgres", "src/Ermine.Testing", "src/Ermine.Templates"];

    private readonly string _folder = Directory.CreateTempSubdirectory("ermine-template-").FullName;
    private readonly string _version = $"0.0.0-test.{Environment.ProcessId}.{DateTime.UtcNow:yyyyMMddHHmmss}"; // a version is packed once: the package cache would keep an old one

    [Fact]
    public async Task A_new_app_builds_without_a_warning_passes_its_test_and_runs()
    {
        var feed = await PackAsync();
        var shop = await NewShopAsync(feed);

        await Command.RunAsync(shop, "dotnet", "build", "-warnaserror");
        var tested = await Command.RunAsync(shop, "dotnet", "test", "--no-build");
        await using var app = await AppProcess.StartAsync(Path.Combine(shop, "Shop/bin/Debug/net10.0/Shop.dll"), "--urls=http://127.0.0.1:0", $"--contentRoot={Path.Combine(shop, "Shop")}");
        using var http = new HttpClient { BaseAddress = app.Address };
        var placed = await http.PostAsJsonAsync("/orders", new { item = "tea", quantity = 2 });
        var ended = await app.StopAsync();

        Assert.Contains("Passed!", tested);
        Assert.Equal(HttpStatusCode.Accepted, placed.StatusCode);
        Assert.Equal(0, ended);
    }

    /// <summary>Removes the app, and the packages of this run from the package cache.</summary>
    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var package in Packages)
        {
            var cached = Path.Combine(cache, Path.GetFileName(package).ToLowerInvariant(), _version);
            if (Directory.Exists(cached)) Directory.Delete(cached, recursive: true);
        }
    }

    private async Task<string> PackAsync()
    {
        var feed = Path.Combine(_folder, "feed");
        foreach (var package in Packages)
        {
            await Command.RunAsync(Checkout.Root, "dotnet", "pack", package, "--no-build", "-c", Checkout.Configuration, $"-p:Version={_version}", "-o", feed);
        }

        return feed;
    }

    private async Task<string> NewShopAsync(string feed)
    {
        var hive = Path.Combine(_folder, "hive"); // templates of this run stay out of the user's own
        var shop = Path.Combine(_folder, "Shop");
        await Command.RunAsync(_folder, "dotnet", "new", "install", Path.Combine(feed, $"Ermine.Templates.{_version}.nupkg"), "--debug:custom-hive", hive);
        await Command.RunAsync(_folder, "dotnet", "new", "ermine", "-n", "Shop", "-o", shop, "--debug:custom-hive", hive);
        await File.WriteAllTextAsync(Path.Combine(_folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="feed" value="{feed}" />
              </packageSources>
            </configuration>
            """);
        return shop;
    }
}
