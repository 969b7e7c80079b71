using Ermine.Architecture.Tests.Tree;

namespace Ermine.Architecture.Tests.Files;

public sealed class ProjectTests
{
    private static IEnumerable<SourceFile> OfThisTree => SourceTree.Projects.Where(p => !p.Path.Contains("/templates/", StringComparison.Ordinal));

    [Fact]
    public void Every_project_has_a_lock_file()
    {
        var paths = SourceTree.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);

        Violations.None(OfThisTree.Except(CompiledAhead).Where(p => !paths.Contains($"{p.Folder}/packages.lock.json")).Select(p => $"{p.Folder} has no packages.lock.json, so a locked restore does not hold it"));
    }

    // Other products, which a benchmark builds when it is run: nobody else is to wait for them.
    private static IEnumerable<SourceFile> Peers => OfThisTree.Where(p => p.IsUnder("tests/Ermine.Benchmarks/Queues/Peers") || p.IsUnder("tests/Ermine.Benchmarks/Http/Rest/Peers"));

    // Its compiler comes with the SDK, in that one's version, and is fetched when the benchmark is run.
    private static IEnumerable<SourceFile> CompiledAhead => OfThisTree.Where(p => p.IsUnder("tests/Ermine.Benchmarks/Http/Rest/Apps/ErmineAot") || p.IsUnder("tests/Ermine.Benchmarks/Http/Rest/Peers/MinimalAot"));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Root.Path, "Framework.sln")).Replace('\\', '/');

        Violations.None(OfThisTree.Except(Peers).Except(CompiledAhead).Where(p => !solution.Contains($"\"{p.Path}\"", StringComparison.Ordinal)).Select(p => $"{p.Path} is not in Framework.sln, so nobody builds it"));
    }

    [Fact]
    public void No_project_names_a_version_of_its_own() =>
        Violations.None(OfThisTree.Where(p => p.Text.Contains("PackageReference", StringComparison.Ordinal) && p.Text.Contains(" Version=", StringComparison.Ordinal)).Select(p => $"{p.Path} names a version; versions stand in Directory.Packages.props"));
}
