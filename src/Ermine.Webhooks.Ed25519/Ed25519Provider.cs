using Ermine.Kernel;
using Ermine.Webhooks.Receiving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: Ermine.ErmineProvider(typeof(Ermine.Webhooks.Ed25519.Ed25519Provider))]

namespace Ermine.Webhooks.Ed25519;

/// <summary>Registers what checks the signatures of key pairs. Called by the generated <c>AddErmine()</c>.</summary>
public static class Ed25519Provider
{
    /// <summary>Registers it, whether or not a webhook has a public key.</summary>
    public static void AddTo(IHostApplicationBuilder builder, FunctionCatalog catalog) => builder.Services.AddSingleton<IEd25519, BouncyEd25519>();
}
