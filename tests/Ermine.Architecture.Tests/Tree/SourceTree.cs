namespace Ermine.Architecture.Tests.Tree;

/// <summary>What people wrote into the checkout; what tools made is left out.</summary>
internal static class SourceTree
{
    private static readonly HashSet<string> Made = new(StringComparer.Ordinal)
    {
        "bin", "obj", "artifacts", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts", ".git", ".ermine", ".vs", ".idea",
    };

    private static readonly HashSet<string> Read = new(StringComparer.Ordinal) { ".cs", ".sql", ".md", ".csproj", ".props", ".targets", ".cake" };

    /// <summary>All files; the text of those that no check reads is empty.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } = [.. Below(new DirectoryInfo(Root.Path), "").OrderBy(f => f.Path, StringComparer.Ordinal)];

    /// <summary>C# that is written by hand. Snapshots are inputs and outputs of the generator, which the checks do not concern.</summary>
    public static IEnumerable<SourceFile> Code => Files.Where(f => f.Is(".cs") && !IsSnapshot(f));

    public static IEnumerable<SourceFile> Projects => Files.Where(f => f.Is(".csproj"));

    private static bool IsSnapshot(SourceFile file) => file.Name.Split('.') is [_, .., "input" or "output" or "fixed", "cs"];

    private static IEnumerable<SourceFile> Below(DirectoryInfo folder, string prefix)
    {
        foreach (var file in folder.EnumerateFiles())
            yield return new SourceFile(prefix + file.Name, Read.Contains(file.Extension) ? File.ReadAllText(file.FullName) : "");
        foreach (var below in folder.EnumerateDirectories().Where(d => !Made.Contains(d.Name)))
        {
            foreach (var file in Below(below, $"{prefix}{below.Name}/")) yield return file;
        }
    }
}
