using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ermine.Kernel;

/// <summary>Registers the logs of what every app starts with. They are those of the container, which makes the type of each while an app starts;
/// written out here, a program that is compiled ahead has them already.</summary>
internal static class Logs
{
    public static IServiceCollection AddLog<T>(this IServiceCollection services) => services.AddSingleton<ILogger<T>>(static all => new Logger<T>(all.GetRequiredService<ILoggerFactory>()));
}
