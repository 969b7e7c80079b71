using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Ermine.Generator.Tests.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Ermine.Generator.Tests.Runs;

/// <summary>A project of a user, before the generator runs: .NET 10 with ASP.NET Core and Ermine, nullable, implicit usings.</summary>
internal sealed record UserProject(string Assembly, OutputKind Kind, ImmutableArray<SourceFile> Files, ImmutableArray<MetadataReference> References)
{
    public static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions Options =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true, warningLevel: 9999, concurrentBuild: false);

    // The references are read once: projects of one name share what was read.
    private static readonly ConcurrentDictionary<string, CSharpCompilation> Empty = new();

    private static readonly SyntaxTree Usings = Tree(new SourceFile("GlobalUsings.g.cs", Compiled.Usings));

    public static UserProject Library(params string[] texts) => new("Shop", OutputKind.DynamicallyLinkedLibrary, [.. texts.Select((text, i) => new SourceFile($"File{i}.cs", text))], Compiled.References);

    public static UserProject App(params string[] texts) => Library(texts) with { Kind = OutputKind.ConsoleApplication };

    public static SyntaxTree Tree(SourceFile file) => CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), Parsing, file.Path);

    public UserProject With(string path, string text) => this with { Files = Files.Add(new SourceFile(path, text)) };

    public UserProject Referencing(UserProject other) => this with { References = References.Add(other.Compile().EmitToReference()) };

    public CSharpCompilation ToCompilation() => (References == Compiled.References ? Empty.GetOrAdd(Assembly, name => Bound(name, Compiled.References)) : Bound(Assembly, References))
        .WithOptions(Options.WithOutputKind(Kind)).AddSyntaxTrees([Usings, .. Files.Select(Tree)]);

    /// <summary>Runs the generator over the project.</summary>
    public GeneratorRun Compile()
    {
        var compilation = ToCompilation();
        var driver = Drivers.New(trackSteps: false).RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        return new GeneratorRun((CSharpCompilation)updated, driver.GetRunResult().Results.Single());
    }

    private static CSharpCompilation Bound(string assembly, ImmutableArray<MetadataReference> references) => CSharpCompilation.Create(assembly, [], references, Options);
}
