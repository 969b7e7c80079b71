using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ermine.Generator.Tests.Runs;

/// <summary>What the generator made of a project.</summary>
internal sealed class GeneratorRun(CSharpCompilation compilation, GeneratorRunResult result)
{
    // They are the same in every project.
    private static readonly string[] Attributes = ["Microsoft.CodeAnalysis.EmbeddedAttribute.cs", "Ermine-Restart.g.cs"];

    /// <summary>The generated files by name, but for the attributes that generated code carries.</summary>
    public ImmutableSortedDictionary<string, string> Files { get; } = result.Exception is { } thrown
        ? throw new InvalidOperationException("The generator has thrown.", thrown)
        : result.GeneratedSources.Where(s => !Attributes.Contains(s.HintName)).ToImmutableSortedDictionary(s => s.HintName, s => s.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>Everything that was generated, in one text.</summary>
    public string Text => string.Join("\n", Files.Select(f => $"// ==== {f.Key}\n{f.Value}"));

    /// <summary>The one file whose name contains a text.</summary>
    public string File(string name) => Files.Single(f => f.Key.Contains(name, StringComparison.Ordinal)).Value;

    /// <summary>Asserts that user's and generated code compile without an error or a warning, and hands the run on.</summary>
    public GeneratorRun Compiles() => Compiles(compilation, _ => true);

    /// <summary>Asserts it of generated code as if it silenced nothing but what is obsolete.</summary>
    public GeneratorRun CompilesUnsilenced()
    {
        var outspoken = compilation;
        foreach (var tree in compilation.SyntaxTrees.Where(IsGenerated))
            outspoken = outspoken.ReplaceSyntaxTree(tree, UserProject.Tree(new SourceFile(tree.FilePath, tree.ToString().Replace("#pragma warning disable", "// not silenced:", StringComparison.Ordinal))));
        return Compiles(outspoken, d => d.Id is not ("CS0612" or "CS0618"));
    }

    /// <summary>Asserts that nothing generated calls or makes what requires code that trimming may take, but where that is suppressed; as the linker
    /// of a trimmed or ahead-of-time compiled app would.</summary>
    public GeneratorRun Trims()
    {
        var complaints = compilation.SyntaxTrees.Where(IsGenerated).SelectMany(tree =>
        {
            var model = compilation.GetSemanticModel(tree);
            return tree.GetRoot().DescendantNodes().Where(n => Bears(model.GetSymbolInfo(n).Symbol, "RequiresUnreferencedCodeAttribute") && !IsSuppressed(model, n));
        }).Select(n => $"{n.GetLocation().GetLineSpan()}: {n}").ToArray();
        Assert.True(complaints.Length == 0, string.Join("\n", complaints));
        return this;

        static bool IsSuppressed(SemanticModel model, SyntaxNode node)
        {
            for (var around = model.GetEnclosingSymbol(node.SpanStart); around is not null; around = around.ContainingSymbol)
            {
                if (Bears(around, "UnconditionalSuppressMessageAttribute")) return true;
            }

            return false;
        }

        static bool Bears(ISymbol? symbol, string attribute) => symbol is not null && symbol.GetAttributes().Any(a => a.AttributeClass?.Name == attribute);
    }

    private GeneratorRun Compiles(CSharpCompilation compiled, Func<Diagnostic, bool> counts)
    {
        var complaints = compiled.GetDiagnostics().Concat(result.Diagnostics)
            .Where(d => d.Severity >= DiagnosticSeverity.Warning && counts(d) && (d.Id != "CS1591" || IsGenerated(d.Location.SourceTree!)))
            .Select(d => $"{d}\n    {Line(d)}").ToImmutableArray();
        Assert.True(complaints.IsEmpty, $"{string.Join("\n", complaints)}\n\n{Text}");
        return this;
    }

    public MetadataReference EmitToReference()
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private bool IsGenerated(SyntaxTree tree) => Files.ContainsKey(Path.GetFileName(tree.FilePath));

    private static string Line(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() : "";
}
