using System.Text;
using Ermine.Generator.Emitting;
using Ermine.Generator.Model;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ermine.Generator;

/// <summary>Emits the wiring of functions: a file for each class, a catalog for the assembly, and <c>AddErmine()</c> for an app.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ErmineGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());

        var classes = context.SyntaxProvider
            .ForAttributeWithMetadataName(Names.Function, static (node, _) => node is MethodDeclarationSyntax, static (found, ct) => ClassParser.Parse((IMethodSymbol)found.TargetSymbol, found.TargetNode, ct))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(Steps.Classes);
        var catalog = classes
            .Select(static (model, _) => model.GeneratedType)
            .Collect()
            .Select(static (types, _) => types.OrderBy(t => t, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(Steps.Catalog);
        var app = context.CompilationProvider
            .Select(static (compilation, ct) => AppParser.Parse(compilation, ct))
            .WithTrackingName(Steps.App);
        var catalogName = catalog.Combine(app.Select(static (model, _) => model.CatalogName))
            .Select(static (pair, _) => CatalogEmitter.NameFor(pair.Left, pair.Right))
            .WithTrackingName(Steps.CatalogName);

        context.RegisterImplementationSourceOutput(classes, static (output, model) => Add(output, model.HintName, ClassEmitter.Emit(model)));
        context.RegisterImplementationSourceOutput(catalog.Combine(catalogName), static (output, pair) =>
        {
            if (pair.Right.Length > 0) Add(output, "Ermine-Functions.g.cs", CatalogEmitter.EmitFunctions(pair.Right, pair.Left));
        });
        context.RegisterSourceOutput(app.Combine(catalogName), static (output, pair) => EmitApp(output, pair.Left, pair.Right));
    }

    // What user code names; it must be there while one types, so it is no implementation output.
    private static void EmitApp(SourceProductionContext output, AppModel app, string catalogName)
    {
        if (!app.KnowsErmine) return;
        if (catalogName.Length > 0) Add(output, "Ermine-Catalog.g.cs", CatalogEmitter.EmitDeclaration(catalogName));
        if (app.IsExecutable) Add(output, "Ermine-App.g.cs", AppEmitter.Emit(app, catalogName));
        if (app.NeedsProgram) Add(output, "Ermine-Program.g.cs", ProgramEmitter.Emit());
    }

    // A dash is in no name of a class, so these files meet none of the user's.
    private static void Add(SourceProductionContext output, string hintName, string text) => output.AddSource(hintName, SourceText.From(text, Encoding.UTF8));
}
