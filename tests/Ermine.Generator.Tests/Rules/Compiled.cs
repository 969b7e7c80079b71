using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace Ermine.Generator.Tests.Rules;

/// <summary>Compiles the sources of a rule's test as an app of Ermine is: .NET 10 with ASP.NET Core, nullable, implicit usings.</summary>
internal static class Compiled
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Ermine;
        global using Ermine.Queues;
        global using Ermine.Schedules;
        """;

    private static readonly ReferenceAssemblies None = new("net10.0");

    // The runtime's own assemblies stand in for the reference pack, which a machine may lack.
    public static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name is "Ermine.dll" or "netstandard.dll" || name.StartsWith("System.", StringComparison.Ordinal)
                    || name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static TTest AsApp<TTest>(this TTest test) where TTest : AnalyzerTest<DefaultVerifier>
    {
        test.ReferenceAssemblies = None;
        test.MarkupOptions = MarkupOptions.UseFirstDescriptor; // ERM102 is an error or a warning
        test.TestState.AdditionalReferences.AddRange(References);
        test.TestState.Sources.Add(("/0/Usings.cs", Usings));
        test.SolutionTransforms.Add((solution, id) => solution
            .WithProjectParseOptions(id, new CSharpParseOptions(LanguageVersion.CSharp14))
            .WithProjectCompilationOptions(id, ((CSharpCompilationOptions)solution.GetProject(id)!.CompilationOptions!)
                .WithNullableContextOptions(NullableContextOptions.Enable).WithAllowUnsafe(true)));
        return test;
    }
}
