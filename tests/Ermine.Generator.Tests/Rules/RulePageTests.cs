using System.Reflection;
using Ermine.Generator.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Tests.Rules;

public sealed class RulePageTests
{
    public static TheoryData<string> Ids => [.. Descriptors.Select(d => d.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<DiagnosticDescriptor> Descriptors => Of<DiagnosticAnalyzer>(typeof(Rule).Assembly).SelectMany(rule => rule.SupportedDiagnostics);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_rule_has_a_page_of_its_title_with_the_four_sections(string id)
    {
        var descriptor = Descriptors.First(d => d.Id == id);

        var lines = File.ReadAllLines(Path.Combine(Root(), "docs", "rules", $"{id}.md"));

        Assert.Equal($"# {id}: {descriptor.Title}", lines[0]);
        Assert.Equal(["## Cause", "## Rule", "## Fix", "## Suppress"], lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.EndsWith($"/docs/rules/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_page_belongs_to_a_rule()
    {
        var pages = Directory.GetFiles(Path.Combine(Root(), "docs", "rules"), "ERM*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        Assert.Equal(Descriptors.Select(d => d.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), pages);
    }

    [Fact]
    public void Only_rules_that_leave_a_function_out_cannot_be_hidden()
    {
        var fixedRules = Descriptors.Where(d => d.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)).ToList();

        Assert.Equal(["ERM001", "ERM004", "ERM006", "ERM305", "ERM401", "ERM402", "ERM404", "ERM405", "ERM406", "ERM407", "ERM409"], fixedRules.Select(d => d.Id).Order(StringComparer.Ordinal));
        Assert.All(fixedRules, d => Assert.Equal(DiagnosticSeverity.Error, d.DefaultSeverity));
    }

    [Fact]
    public void Each_fix_mends_a_rule_that_there_is()
    {
        var mended = Of<CodeFixProvider>(Assembly.Load("Ermine.CodeFixes")).SelectMany(fix => fix.FixableDiagnosticIds).ToList();

        Assert.NotEmpty(mended);
        Assert.Subset(Descriptors.Select(d => d.Id).ToHashSet(StringComparer.Ordinal), mended.ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<T> Of<T>(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract).Select(type => (T)Activator.CreateInstance(type)!);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Framework.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
