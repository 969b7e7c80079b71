using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Ermine.Queues.Toy;
using Ermine.Testing;

namespace Ermine.Samples.Tests.Queues;

/// <summary>The app once more, on the database and with the recorder of one that runs.</summary>
internal sealed class SecondNode : WebApplicationFactory<Chores>
{
    private readonly TestApp _first;

    private SecondNode(TestApp first) => _first = first;

    public static SecondNode Beside(TestApp first)
    {
        var node = new SecondNode(first);
        node.UseKestrel(0);
        node.StartServer();
        return node;
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var connection = _first.Services.GetRequiredService<IConfiguration>().GetConnectionString("ermine");
        builder.ConfigureHostConfiguration(configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:ermine"] = connection,
            ["Logging:LogLevel:Default"] = "Warning",
        }));
        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(_first.Services.GetRequiredService<Recorder>())));
}
