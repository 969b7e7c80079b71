using System.Collections.Immutable;
using Ermine.Generator.Tests.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ermine.Generator.Tests.Hostile;

/// <summary>A project as it is after the generator has run.</summary>
internal sealed class Wired
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    // The references are read once for all.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Polls", [], Compiled.References,
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    private readonly Compilation _compilation;

    private Wired(GeneratorRunResult run, Compilation compilation)
    {
        _compilation = compilation;
        Thrown = run.Exception;
        Files = run.Exception is null ? run.GeneratedSources.ToImmutableDictionary(s => s.HintName, s => s.SourceText.ToString(), StringComparer.Ordinal) : ImmutableDictionary<string, string>.Empty;
    }

    public Exception? Thrown { get; }

    /// <summary>The generated files by their hint names.</summary>
    public ImmutableDictionary<string, string> Files { get; }

    /// <summary>Errors and warnings of the user's and of the generated code together.</summary>
    public IReadOnlyList<string> Complaints => [.. _compilation.GetDiagnostics()
        .Where(d => d.Severity >= DiagnosticSeverity.Warning && (d.Id != "CS1591" || IsGenerated(d)))
        .Select(d => $"{d.Id} {d.GetMessage()} at {d.Location.SourceTree?.FilePath}: {Line(d)}")];

    /// <summary>All generated code.</summary>
    public string Text => string.Join('\n', Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value));

    /// <summary>Generates for an app of these files.</summary>
    public static Wired App(params string[] files)
    {
        var trees = files.Prepend(Compiled.Usings).Select((text, i) => CSharpSyntaxTree.ParseText(text, Parsing, $"File{i}.cs"));
        var compilation = Empty.AddSyntaxTrees(trees);
        var driver = CSharpGeneratorDriver.Create([new ErmineGenerator().AsSourceGenerator()], parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        return new Wired(driver.GetRunResult().Results[0], updated);
    }

    /// <summary>Fails unless the generator lived and everything compiles without a warning.</summary>
    public Wired Compiles()
    {
        Assert.True(Thrown is null, Thrown?.ToString());
        var complaints = Complaints;
        Assert.True(complaints.Count == 0, $"{string.Join('\n', complaints)}\n\n{Text}");
        return this;
    }

    private static bool IsGenerated(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    private static string Line(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
}
