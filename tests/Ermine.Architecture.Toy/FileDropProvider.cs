using Ermine.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: Ermine.ErmineProvider(typeof(Ermine.Architecture.Toy.FileDropProvider))]

namespace Ermine.Architecture.Toy;

/// <summary>Registers the trigger. Called by the generated <c>AddErmine()</c>, which finds it by the attribute above.</summary>
public static class FileDropProvider
{
    /// <summary>Registers the trigger.</summary>
    public static void AddTo(IHostApplicationBuilder builder, FunctionCatalog catalog) =>
        builder.Services.AddSingleton<ITriggerFactory<FileDropAttribute>, FileDropFactory>();
}
