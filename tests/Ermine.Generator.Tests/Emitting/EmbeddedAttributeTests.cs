using Ermine.Generator.Tests.Runs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ermine.Generator.Tests.Emitting;

/// <summary>The attribute is emitted by every generator that needs it, in the compiler's words.</summary>
public sealed class EmbeddedAttributeTests
{
    [Fact]
    public void Another_generator_may_emit_it_too()
    {
        var compilation = UserProject.App("System.Console.WriteLine();").ToCompilation();
        var driver = CSharpGeneratorDriver.Create([new ErmineGenerator().AsSourceGenerator(), new Other().AsSourceGenerator()], parseOptions: UserProject.Parsing);

        driver.RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);

        Assert.Equal(2, updated.SyntaxTrees.Count(t => t.FilePath.EndsWith("EmbeddedAttribute.cs", StringComparison.Ordinal)));
        Assert.Empty(updated.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    private sealed class Other : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());
    }
}
