using Ermine.Architecture.Tests.Tree;

namespace Ermine.Architecture.Tests.Metadata;

/// <summary>The assemblies of this tree as they were built beside these tests.</summary>
internal static class Assemblies
{
    /// <summary>The runtime's: every project under src that has code.</summary>
    public static IReadOnlyList<string> Runtime { get; } = [.. SourceTree.Projects
        .Where(p => p.IsUnder("src") && !p.Text.Contains("<IncludeBuildOutput>false", StringComparison.Ordinal) && !p.Path.Contains("/templates/", StringComparison.Ordinal))
        .Select(p => Path.GetFileNameWithoutExtension(p.Name))];

    /// <summary>The workshop's.</summary>
    public static IReadOnlyList<string> Workshop { get; } = [.. SourceTree.Projects.Where(p => p.IsUnder("analyzers")).Select(p => Path.GetFileNameWithoutExtension(p.Name))];

    public static AssemblyFile OpenRuntime(string name) => new(Built("src", name, "net10.0"));

    public static AssemblyFile OpenWorkshop(string name) => new(Built("analyzers", name, "netstandard2.0"));

    public static AssemblyFile OpenThis() => new(typeof(Assemblies).Assembly.Location);

    private static string Built(string folder, string name, string framework) => Path.Combine(Root.Path, folder, name, "bin", Root.Configuration, framework, name + ".dll");
}
