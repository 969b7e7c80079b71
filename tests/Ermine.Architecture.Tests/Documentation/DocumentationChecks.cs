using System.Text.RegularExpressions;
using Ermine.Architecture.Tests.Tree;

namespace Ermine.Architecture.Tests.Documentation;

internal static partial class DocumentationChecks
{
    /// <summary>Ids of rules without a page, and pages without a rule.</summary>
    public static IEnumerable<string> RulePages(IReadOnlyCollection<SourceFile> files)
    {
        var rules = files.Where(f => f.IsUnder("analyzers") && f.Is(".cs")).SelectMany(f => RuleId().Matches(f.Text)).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var pages = files.Where(f => f.Folder == "docs/rules" && f.Name.StartsWith("ERM", StringComparison.Ordinal)).Select(f => f.Name.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        return rules.Except(pages).Select(r => $"{r} has no page docs/rules/{r}.md").Concat(pages.Except(rules).Select(p => $"docs/rules/{p}.md is about no rule"));
    }

    /// <summary>Links of a page that lead nowhere.</summary>
    public static IEnumerable<string> Links(SourceFile page, IReadOnlySet<string> paths) =>
        from link in Link().Matches(Fence().Replace(page.Text, ""))
        let target = link.Groups[1].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
        let resolved = Resolve(page.Folder, target)
        where !paths.Contains(resolved)
        select $"{page.Path} links to {target}, which is not there";

    /// <summary>Paths that a page names in code and that are not there. Ones with a placeholder are shapes, not paths.</summary>
    public static IEnumerable<string> Paths(SourceFile page, IReadOnlySet<string> paths) =>
        from code in NamedPath().Matches(page.Text)
        let path = code.Groups[1].Value.TrimEnd('/')
        where !paths.Contains(path)
        select $"{page.Path} names {path}, which is not there";

    /// <summary>Every path of the tree, folders included.</summary>
    public static HashSet<string> AllPaths(IEnumerable<SourceFile> files)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            for (var path = file.Path; path.Length > 0 && all.Add(path);) path = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";
        }

        return all;
    }

    private static string Resolve(string folder, string target)
    {
        var parts = new List<string>(folder.Length == 0 ? [] : folder.Split('/'));
        foreach (var part in target.TrimEnd('/').Split('/'))
        {
            if (part == "..") parts.RemoveAt(parts.Count - 1);
            else if (part != ".") parts.Add(part);
        }

        return string.Join('/', parts);
    }

    [GeneratedRegex(@"""(ERM\d{3})""")]
    private static partial Regex RuleId();

    [GeneratedRegex(@"\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"`((?:src|tests|analyzers|samples|docs)/[\w./-]*)`")]
    private static partial Regex NamedPath();
}
