using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.Benchmarks.Generator;

/// <summary>What finding the functions costs by itself: the bare call, with nothing but a name taken from each.</summary>
public sealed class FloorGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.SyntaxProvider.ForAttributeWithMetadataName("Ermine.FunctionAttribute", static (node, _) => node is MethodDeclarationSyntax, static (found, _) => found.TargetSymbol.Name);
        context.RegisterSourceOutput(names.Collect(), static (output, all) => output.AddSource("Names.g.cs", $"// {all.Length}"));
    }
}
