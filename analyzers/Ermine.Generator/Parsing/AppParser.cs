using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Reads what an assembly is and what its references bring: the only look at the compilation as a whole, straight to text.</summary>
internal static class AppParser
{
    public static AppModel Parse(Compilation compilation, CancellationToken ct)
    {
        var name = compilation.AssemblyName is { Length: > 0 } given ? given : "App";
        if (compilation.GetTypeByMetadataName(Names.Function) is not { } function) return new AppModel(name, false, false, false, default, default);

        var isExecutable = compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;
        if (!isExecutable) return new AppModel(name, true, false, false, default, default);

        // The cheap question first: statements at the top of a file make the type, and the entry point is looked for in every type.
        var needsProgram = compilation.Assembly.GetTypeByMetadataName("Program") is null && compilation.GetTypeByMetadataName(Names.WebApplication) is not null && compilation.GetEntryPoint(ct) is null;
        var ermine = function.ContainingAssembly;
        var related = compilation.SourceModule.ReferencedAssemblySymbols.Where(a => IsRelated(a, ermine)).ToArray();
        return new AppModel(name, true, true, needsProgram,
            related.SelectMany(a => Types(a, Names.Catalog)).OrderBy(t => t, StringComparer.Ordinal).ToEquatableArray(),
            related.Append(compilation.Assembly).OrderBy(a => SymbolEqualityComparer.Default.Equals(a, ermine) ? "" : a.Name, StringComparer.Ordinal)
                .SelectMany(a => Types(a, Names.Provider).OrderBy(t => t, StringComparer.Ordinal)).ToEquatableArray());
    }

    private static bool IsRelated(IAssemblySymbol assembly, IAssemblySymbol ermine) =>
        SymbolEqualityComparer.Default.Equals(assembly, ermine) || assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == ermine.Name));

    private static IEnumerable<string> Types(IAssemblySymbol assembly, string attribute) => assembly.GetAttributes()
        .Where(a => a.AttributeClass.Is(attribute))
        .Select(a => a.ConstructorArguments is [{ Value: INamedTypeSymbol type }] && !type.IsMissing() ? type.Text() : null)
        .OfType<string>();
}
