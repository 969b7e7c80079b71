using Ermine.Generator.Tests.Runs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ermine.Generator.Tests.Pipeline;

/// <summary>A project that is being edited: one driver sees one change after another, and says what it made anew.</summary>
internal sealed class EditorSession
{
    private GeneratorDriver _driver = Drivers.New(trackSteps: true);

    public EditorSession(UserProject project)
    {
        Compilation = project.ToCompilation();
        Run();
    }

    public CSharpCompilation Compilation { get; private set; }

    public IReadOnlyDictionary<string, string> Files { get; private set; } = new Dictionary<string, string>();

    /// <summary>Replaces a file and returns the outputs that ran again.</summary>
    public IReadOnlyList<string> Edit(string path, string text)
    {
        var tree = UserProject.Tree(new SourceFile(path, text));
        Compilation = Compilation.SyntaxTrees.FirstOrDefault(t => t.FilePath == path) is { } old ? Compilation.ReplaceSyntaxTree(old, tree) : Compilation.AddSyntaxTrees(tree);
        return Run();
    }

    /// <summary>Changes a file's text and returns the outputs that ran again.</summary>
    public IReadOnlyList<string> Replace(string path, string old, string text)
    {
        var before = Compilation.SyntaxTrees.Single(t => t.FilePath == path).ToString();
        Assert.Contains(old, before, StringComparison.Ordinal);
        return Edit(path, before.Replace(old, text, StringComparison.Ordinal));
    }

    private IReadOnlyList<string> Run()
    {
        _driver = _driver.RunGenerators(Compilation);
        var result = _driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        var before = Files;
        Files = result.GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString());
        var ran = result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs)
            .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
        var changed = Files.Where(f => !before.TryGetValue(f.Key, out var old) || old != f.Value).Select(f => f.Key).Order(StringComparer.Ordinal).ToArray();
        return ran == changed.Length ? changed : [.. changed, .. Enumerable.Repeat("(ran again for nothing)", Math.Max(0, ran - changed.Length))];
    }
}
