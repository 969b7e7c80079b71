namespace Ermine.Samples.Tests.Processes;

/// <summary>The source tree that the tests were built from.</summary>
internal static class Checkout
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Debug or Release: what the tests were built as.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Find(DirectoryInfo? folder) => folder is null
        ? throw new InvalidOperationException("Framework.sln is in none of the folders above the tests.")
        : File.Exists(Path.Combine(folder.FullName, "Framework.sln")) ? folder.FullName : Find(folder.Parent);
}
