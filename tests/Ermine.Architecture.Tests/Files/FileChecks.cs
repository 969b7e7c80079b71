using System.Text.RegularExpressions;
using Ermine.Architecture.Tests.Tree;

namespace Ermine.Architecture.Tests.Files;

/// <summary>What a file of code looks like from outside: its size, its one type, its namespace, its name.</summary>
internal static partial class FileChecks
{
    private const int MostLines = 400;

    /// <summary>Files over 400 lines that give no reason, and reasons that nothing needs any more.</summary>
    public static IEnumerable<string> Sizes(IEnumerable<SourceFile> files, IReadOnlyDictionary<string, string> reasons)
    {
        var large = files.Where(f => f.Lines.Length > MostLines).ToDictionary(f => f.Path, f => f.Lines.Length);
        return large.Where(f => !reasons.ContainsKey(f.Key)).Select(f => $"{f.Key} has {f.Value} lines; above {MostLines} a file needs a reason in FileTests.Reasons")
            .Concat(reasons.Keys.Where(path => !large.ContainsKey(path)).Select(path => $"{path} has a reason to be over {MostLines} lines, and is not"));
    }

    /// <summary>Files with more than one type, or with one of another name. <c>Name.T.cs</c> holds the generic form, <c>Name.Part.cs</c> a part.</summary>
    public static IEnumerable<string> Types(SourceFile file)
    {
        var types = TopLevelType().Matches(file.Text).Select(m => (Name: m.Groups["name"].Value, IsPartial: m.Value.Contains("partial ", StringComparison.Ordinal), IsGeneric: m.Groups["generic"].Success)).ToArray();
        var parts = file.Name.Split('.');
        return (types, parts) switch
        {
            ({ Length: 0 }, ["Program" or "AssemblyInfo", "cs"]) => [],
            ({ Length: 0 }, _) => [$"{file.Path} holds no type"],
            ({ Length: > 1 }, _) => [$"{file.Path} holds {string.Join(" and ", types.Select(t => t.Name))}; one type stands in one file"],
            _ when types[0].Name != parts[0] => [$"{file.Path} holds {types[0].Name}; a file has the name of its type"],
            (_, [_, _, "cs"]) when !types[0].IsPartial && !types[0].IsGeneric => [$"{file.Path} has a name of two parts, and its type is neither generic nor partial"],
            (_, { Length: > 3 }) => [$"{file.Path} has a name of too many parts"],
            _ => [],
        };
    }

    /// <summary>A file whose namespace is not its folder.</summary>
    /// <param name="file">The file.</param>
    /// <param name="roots">Folders that a namespace starts at, with that namespace.</param>
    public static IEnumerable<string> Namespaces(SourceFile file, IReadOnlyDictionary<string, string> roots)
    {
        if (roots.Keys.Where(r => file.Folder == r || file.IsUnder(r)).MaxBy(r => r.Length) is not { } root) return [$"{file.Path} belongs to no project"];
        if (Namespace().Match(file.Text) is not { Success: true } declared) return TopLevelType().IsMatch(file.Text) ? [$"{file.Path} has no file-scoped namespace"] : [];

        var wanted = roots[root] + file.Folder[root.Length..].Replace('/', '.');
        return declared.Groups[1].Value == wanted ? [] : [$"{file.Path} is in namespace {declared.Groups[1].Value}; its folder says {wanted}"];
    }

    /// <summary>A name that says nothing about what is inside.</summary>
    public static IEnumerable<string> Names(SourceFile file)
    {
        var words = file.Path.Split('/');
        return words[..^1].Append(words[^1].Split('.')[0]).Where(w => EmptyWord().IsMatch(w)).Select(w => $"{file.Path}: '{w}' says nothing about what is inside");
    }

    [GeneratedRegex(@"^(?:(?:public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*(?:(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?)\s+(?<name>\w+)(?<generic><)?|delegate\s[^\n(]*?(?<name>\w+)(?<generic><[^(]*>)?\()", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex("^(Utils?|Utilit(y|ies)|Common|Misc|Helpers?|Managers?|Base)$|(Utils?|Utilit(y|ies)|Helpers?|Managers?|(?<=[a-z])Base|(?<=[a-z])Common)$")]
    private static partial Regex EmptyWord();
}
