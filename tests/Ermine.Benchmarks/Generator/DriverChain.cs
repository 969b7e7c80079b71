using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Ermine.Benchmarks.Generator;

/// <summary>One generator over one app that is being edited. Each chain has compilations of its own, so that none finds bound what another has bound.</summary>
internal sealed class DriverChain
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name is "Ermine.dll" or "netstandard.dll" || name.StartsWith("System.", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Dictionary<string, SyntaxTree> _trees;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    public DriverChain(IIncrementalGenerator generator, IEnumerable<(string Path, string Text)> files)
    {
        _trees = files.ToDictionary(f => f.Path, f => Parse(f.Path, f.Text));
        _compilation = CSharpCompilation.Create("Shop", _trees.Values, References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));
        _driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: Parsing, driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: false));
    }

    /// <summary>Milliseconds of thread time that the generator takes over what it has not seen yet.</summary>
    public double Run()
    {
        var start = ThreadClock.Milliseconds;
        _driver = _driver.RunGenerators(_compilation);
        return ThreadClock.Milliseconds - start;
    }

    /// <summary>Replaces or adds a file.</summary>
    public void Edit((string Path, string Text) file)
    {
        var tree = Parse(file.Path, file.Text);
        _compilation = _trees.TryGetValue(file.Path, out var old) ? _compilation.ReplaceSyntaxTree(old, tree) : _compilation.AddSyntaxTrees(tree);
        _trees[file.Path] = tree;
    }

    private static SyntaxTree Parse(string path, string text)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Parsing, path);
        tree.GetRoot();
        return tree;
    }
}
