namespace Ermine.Benchmarks;

/// <summary>Where this checkout is.</summary>
internal static class Checkout
{
    /// <summary>The folder of the solution; where there is none, the current one.</summary>
    public static string Root { get; } = Find();

    /// <summary>The configuration that the benchmarks, and all that they start, are built in.</summary>
    public static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Framework.sln"))) return folder.FullName;
        }

        return Environment.CurrentDirectory;
    }
}
