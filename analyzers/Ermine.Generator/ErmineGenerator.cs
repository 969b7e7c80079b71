using System.Text;
using Ermine.Generator.Emitting;
using Ermine.Generator.Memo;
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
        var classes = context.SyntaxProvider
            .ForAttributeWithMetadataName(Names.Function, static (node, _) => node is MethodDeclarationSyntax, ClassMemo.Parse)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(Steps.Classes);
        var catalog = classes
            .Select(static (model, _) => model.GeneratedType)
            .Collect()
            .Select(static (types, _) => types.OrderBy(t => t, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(Steps.Catalog);
        var clients = classes
            .Select(static (model, _) => ClientModel.Of(model))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(Steps.Clients);
        var handlers = classes.Select(static (model, _) => model.WithoutValidators).WithTrackingName(Steps.Handlers);
        var validations = classes
            .Select(static (model, _) => ValidationFileModel.Of(model))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(Steps.Validations);
        var app = context.CompilationProvider
            .Select(static (compilation, ct) => AppParser.Parse(compilation, ct))
            .WithTrackingName(Steps.App);
        var hasFunctions = catalog.Select(static (types, _) => types.Count > 0);
        var catalogName = app.Select(static (model, _) => model.KnowsErmine ? model.CatalogName : "");

        context.RegisterImplementationSourceOutput(handlers, static (output, model) => Add(output, model.HintName, ClassEmitter.Emit(model)));
        context.RegisterImplementationSourceOutput(validations, static (output, model) => Add(output, model.HintName, ValidationEmitter.Emit(model)));
        context.RegisterImplementationSourceOutput(catalogName.Combine(catalog), static (output, pair) =>
        {
            if (pair.Right.Count > 0) Add(output, "Ermine-Functions.g.cs", CatalogEmitter.EmitFunctions(pair.Left, pair.Right));
        });

        // What user code names; it must be there while one types, so it is no implementation output.
        context.RegisterSourceOutput(clients, static (output, model) => Add(output, model.HintName, ClientEmitter.Emit(model)));
        context.RegisterSourceOutput(catalogName.Combine(hasFunctions), static (output, pair) =>
        {
            if (pair.Left.Length > 0 && pair.Right) Add(output, "Ermine-Catalog.g.cs", CatalogEmitter.EmitDeclaration(pair.Left));
        });
        context.RegisterSourceOutput(app.Select(static (model, _) => model with { NeedsProgram = false }).Combine(hasFunctions), static (output, pair) =>
        {
            if (pair.Left.IsExecutable) Add(output, "Ermine-App.g.cs", AppEmitter.Emit(pair.Left, pair.Right));
        });
        // Not after initialization, as is the custom: that would put files into every compilation which the functions are looked for in, and
        // have the compiler merge the declarations of the whole project after each edit.
        var isWired = app.Select(static (model, _) => (model.KnowsErmine, model.IsExecutable)).Combine(hasFunctions).Select(static (pair, _) => pair.Left.KnowsErmine && (pair.Left.IsExecutable || pair.Right));
        context.RegisterSourceOutput(isWired, static (output, isWired) =>
        {
            if (!isWired) return;
            Add(output, "Microsoft.CodeAnalysis.EmbeddedAttribute.cs", AppEmitter.EmitEmbedded());
            Add(output, RestartAttribute.HintName, RestartAttribute.Emit());
        });
        context.RegisterSourceOutput(app.Select(static (model, _) => model.NeedsProgram), static (output, needsProgram) =>
        {
            if (needsProgram) Add(output, "Ermine-Program.g.cs", ProgramEmitter.Emit());
        });
    }

    // A dash is in no name of a class, so these files meet none of the user's.
    private static void Add(SourceProductionContext output, string hintName, string text) => output.AddSource(hintName, SourceText.From(text, Encoding.UTF8));
}
