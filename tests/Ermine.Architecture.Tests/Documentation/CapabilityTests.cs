using Ermine.Architecture.Tests.Tree;

namespace Ermine.Architecture.Tests.Documentation;

public sealed class CapabilityTests
{
    /// <summary>One line for each capability: its word, and where a newcomer who looks for it finds it.</summary>
    private static readonly Capability[] All =
    [
        new("queue", "src/Ermine", "src/Ermine.Postgres", "analyzers", "tests", "docs"),
        new("function", "src/Ermine", "analyzers", "tests", "docs"),
        new("schedule", "src/Ermine", "src/Ermine.Postgres", "analyzers", "tests", "docs"),
        new("event", "src/Ermine", "src/Ermine.Postgres", "analyzers", "tests", "docs"),
        new("webhook", "src/Ermine", "src/Ermine.Postgres", "tests", "docs"),
        new("http", "src/Ermine", "analyzers", "tests"),
        new("rest", "src/Ermine", "analyzers", "tests", "docs"),
        new("validation", "src/Ermine", "analyzers", "tests", "docs"),
        new("identity", "src/Ermine", "analyzers", "tests", "docs"),
        new("auth", "src/Ermine", "analyzers", "tests", "docs"),
        new("openapi", "src", "tests", "docs"),
        new("webhook", "src/Ermine", "analyzers", "tests", "docs"),
    ];

    private static readonly HashSet<string> NoSlices = new(StringComparer.Ordinal) { "Kernel", "Middleware", "buildTransitive" };

    [Fact]
    public void A_capability_is_found_by_one_word_in_every_part_of_the_tree()
    {
        var paths = SourceTree.Files.Select(f => f.Path).ToArray();

        Violations.None(All.SelectMany(c => c.MissingFrom(paths)));
    }

    [Fact]
    public void Every_slice_is_a_capability() => Violations.None(SourceTree.Files
        .Where(f => f.IsUnder("src/Ermine")).Select(f => f.Path.Split('/')).Where(p => p.Length > 3).Select(p => p[2]).Distinct()
        .Where(slice => !NoSlices.Contains(slice) && !All.Any(c => slice.StartsWith(c.Word, StringComparison.OrdinalIgnoreCase)))
        .Select(slice => $"src/Ermine/{slice} is a slice, and CapabilityTests.All has no line for it"));

    [Fact]
    public void A_capability_without_its_page_is_found() =>
        Assert.Equal(["'queue' is not found in docs"], new Capability("queue", "src", "docs").MissingFrom(["src/Ermine/Queues/Queue.cs", "docs/rest.md"]));
}
