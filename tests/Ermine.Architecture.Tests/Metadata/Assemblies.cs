using System.Collections.Concurrent;
using Ermine.Architecture.Tests.Tree;

namespace Ermine.Architecture.Tests.Metadata;

/// <summary>The assemblies of this tree as they were built beside these tests; each is read once.</summary>
internal static class Assemblies
{
    private static readonly ConcurrentDictionary<string, AssemblyFile> Files = new(StringComparer.Ordinal);

    /// <summary>The runtime's: every project under src that has code.</summary>
    public static IReadOnlyDictionary<string, AssemblyFile> Runtime => SourceTree.Projects
        .Where(p => p.IsUnder("src") && !p.Text.Contains("<IncludeBuildOutput>false", StringComparison.Ordinal) && !p.Path.Contains("/templates/", StringComparison.Ordinal))
        .ToDictionary(NameOf, p => Read(BuildOf(p, "net10.0")));

    /// <summary>The workshop's.</summary>
    public static IReadOnlyDictionary<string, AssemblyFile> Workshop => SourceTree.Projects.Where(p => p.IsUnder("analyzers")).ToDictionary(NameOf, p => Read(BuildOf(p, "netstandard2.0")));

    public static AssemblyFile Ermine => Runtime["Ermine"];

    public static AssemblyFile This => Read(typeof(Assemblies).Assembly.Location);

    private static AssemblyFile Read(string path) => Files.GetOrAdd(path, static p => new AssemblyFile(p));

    private static string NameOf(SourceFile project) => Path.GetFileNameWithoutExtension(project.Name);

    private static string BuildOf(SourceFile project, string framework) => Path.Combine(Root.Path, project.Folder, "bin", Root.Configuration, framework, NameOf(project) + ".dll");
}
