using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ermine.Generator.Tests.Runs;

/// <summary>Makes drivers for the generator, as a compiler and an editor do.</summary>
internal static class Drivers
{
    public static GeneratorDriver New(bool trackSteps) => CSharpGeneratorDriver.Create(
        [new ErmineGenerator().AsSourceGenerator()], parseOptions: UserProject.Parsing, driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));
}
