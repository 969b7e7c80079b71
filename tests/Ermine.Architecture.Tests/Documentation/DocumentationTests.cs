using Ermine.Architecture.Tests.Tree;

namespace Ermine.Architecture.Tests.Documentation;

public sealed class DocumentationTests
{
    private static readonly HashSet<string> All = DocumentationChecks.AllPaths(SourceTree.Files);

    private static IEnumerable<SourceFile> Pages => SourceTree.Files.Where(f => f.Is(".md") && (f.IsUnder("docs") || f.Folder.Length == 0));

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() => Violations.None(DocumentationChecks.RulePages([.. SourceTree.Files]));

    [Fact]
    public void Every_link_leads_somewhere() => Violations.None(Pages.SelectMany(p => DocumentationChecks.Links(p, All)));

    [Fact]
    public void Every_path_that_a_page_names_is_there() => Violations.None(Pages.SelectMany(p => DocumentationChecks.Paths(p, All)));

    [Fact]
    public void The_public_surface_of_a_package_is_documented_and_tracked()
    {
        var packages = SourceTree.Projects.Where(p => p.IsUnder("src") && p.Text.Contains("<IsPackable>true", StringComparison.Ordinal) && !p.Text.Contains("<TracksPublicApi>false", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(packages);
        Violations.None(packages.Where(p => !All.Contains($"{p.Folder}/PublicAPI.Shipped.txt") || !All.Contains($"{p.Folder}/PublicAPI.Unshipped.txt")).Select(p => $"{p.Path} has no PublicAPI files"));
        Violations.None(packages.Where(p => p.Text.Contains("CS1591", StringComparison.Ordinal)).Select(p => $"{p.Path} silences the warning for what is not documented"));
        Assert.Contains("Replace('CS1591', '')", SourceTree.Files.Single(f => f.Path == "Directory.Build.targets").Text, StringComparison.Ordinal); // which makes the compiler ask for it
    }

    [Fact]
    public void A_rule_without_a_page_and_a_page_without_a_rule_are_found()
    {
        SourceFile[] files = [new("analyzers/X/A.cs", "Rule.Error(\"ERM001\")"), new("docs/rules/ERM002.md", ""), new("docs/rules/README.md", "")];

        Assert.Equal(["ERM001 has no page docs/rules/ERM001.md", "docs/rules/ERM002.md is about no rule"], DocumentationChecks.RulePages(files));
    }

    [Theory]
    [InlineData("[a](tasks.md)", false)]
    [InlineData("[a](../README.md#here)", false)]
    [InlineData("[a](gone.md)", true)]
    [InlineData("[a](https://example.org/gone.md)", false)]
    [InlineData("```\n[a](gone.md)\n```\n", false)]
    [InlineData("`docs/gone.md`", true)]
    [InlineData("`docs/`", false)]
    [InlineData("`docs/{id}.md`", false)]
    public void A_link_or_path_that_leads_nowhere_is_found(string text, bool broken)
    {
        var paths = new HashSet<string> { "README.md", "docs", "docs/tasks.md" };
        var page = new SourceFile("docs/page.md", text);

        Assert.Equal(broken, DocumentationChecks.Links(page, paths).Concat(DocumentationChecks.Paths(page, paths)).Any());
    }
}
