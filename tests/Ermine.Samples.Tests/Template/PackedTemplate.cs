using Ermine.Samples.Tests.Node;
using Ermine.Samples.Tests.Processes;

namespace Ermine.Samples.Tests.Template;

/// <summary>The packages of this tree in a folder, and apps that are made from their template outside of the tree. All of it is removed in the end.</summary>
public sealed class PackedTemplate : IAsyncLifetime
{
    private static readonly string[] Packages = ["src/Ermine", "src/Ermine.OpenApi", "src/Ermine.Postgres", "src/Ermine.Testing", "src/Ermine.Templates"];

    private readonly string _folder = Directory.CreateTempSubdirectory("ermine-template-").FullName;
    private readonly string _version = $"0.0.0-test.{Environment.ProcessId}.{DateTime.UtcNow:yyyyMMddHHmmss}"; // a version is packed once: the package cache would keep an old one

    private string Hive => Path.Combine(_folder, "hive"); // templates of this run stay out of the user's own

    /// <summary>Packs, and installs the template.</summary>
    public async Task InitializeAsync()
    {
        NodeTools.Begin(); // they are asked for when the app has been built
        try
        {
            var feed = Path.Combine(_folder, "feed");
            foreach (var package in Packages)
                await Command.RunAsync(Checkout.Root, "dotnet", "pack", package, "--no-build", "-c", Checkout.Configuration, $"-p:Version={_version}", "-o", feed);

            await File.WriteAllTextAsync(Path.Combine(_folder, "nuget.config"), $"""
                <configuration>
                  <packageSources>
                    <add key="feed" value="{feed}" />
                  </packageSources>
                </configuration>
                """);
            await Command.RunAsync(_folder, "dotnet", "new", "install", Path.Combine(feed, $"Ermine.Templates.{_version}.nupkg"), "--debug:custom-hive", Hive);
        }
        catch
        {
            await DisposeAsync(); // the runner does not dispose of what could not be initialized
            throw;
        }
    }

    /// <summary>Makes an app named Shop in a folder of its own, and answers the folder.</summary>
    public async Task<string> NewShopAsync(string folder)
    {
        var shop = Path.Combine(_folder, folder);
        await Command.RunAsync(_folder, "dotnet", "new", "ermine", "-n", "Shop", "-o", shop, "--debug:custom-hive", Hive);
        return shop;
    }

    /// <summary>Removes the apps with their servers and data, and the packages of this run from the package cache.</summary>
    public async Task DisposeAsync()
    {
        await DevelopmentServers.RemoveBelowAsync(_folder);
        Remove(_folder);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var package in Packages) Remove(Path.Combine(cache, Path.GetFileName(package).ToLowerInvariant(), _version));
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
