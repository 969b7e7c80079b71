namespace Ermine.Architecture.Tests.Tree;

/// <summary>Where the checkout is, found from where the test runs: a deterministic build maps the paths that a compiler would write down.</summary>
internal static class Root
{
    public static string Path { get; } = Find();

    /// <summary>Debug or Release, as these tests themselves were built.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Framework.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Framework.sln.");
    }
}
