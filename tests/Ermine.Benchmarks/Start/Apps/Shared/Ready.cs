using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Ermine.Benchmarks.Start.Apps.Shared;

/// <summary>Tells the benchmark, in one line, that an app is ready and where, and ends the app when its input is closed.</summary>
internal static class Ready
{
    public static void SayWhenReady(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        _ = Task.Run(() =>
        {
            while (Console.In.ReadLine() is not null)
            {
                // only its end matters
            }

            app.Lifetime.StopApplication();
        });
    }
}
