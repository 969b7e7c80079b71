using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ermine.Kernel;

/// <summary>Registers the kernel. Called by the generated <c>AddErmine()</c>, before slices and providers.</summary>
public static class KernelProvider
{
    /// <summary>Registers catalog, dispatcher, middleware and host.</summary>
    public static void AddTo(IHostApplicationBuilder builder, FunctionCatalog catalog)
    {
        StartupFailure.Watch();
        var settings = builder.Configuration.GetSection("Ermine");
        catalog.Configure(settings);

        var report = new StartupReport();
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Information && report.IsReady); // it logs with a stack trace what ends the start anyway

        var services = builder.Services;
        services.AddLog<Dispatcher>().AddLog<FunctionHost>().AddLog<Banner>().AddLog<Middleware.TimeoutMiddleware>();
        services.AddSingleton(catalog);
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<Pumps>();
        services.AddSingleton(report);
        services.AddSingleton<WorkQueues>();
        services.AddScoped<InvocationScope>();
        services.AddScoped(scope => new Outbox(scope.GetRequiredService<InvocationScope>(), scope.GetRequiredService<IWorkStore>(), scope.GetService<IIdentityCarrier>()));
        services.AddOptions<PayloadOptions>();
        services.AddSingleton(provider => new PayloadSerializer(provider.GetRequiredService<IOptions<PayloadOptions>>().Value.Json));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IFunctionMiddleware, Middleware.MeasuringMiddleware>();
        services.AddSingleton<IFunctionMiddleware, Middleware.TracingMiddleware>();
        services.AddSingleton<IFunctionMiddleware, Middleware.RetryMiddleware>();
        services.AddSingleton<IFunctionMiddleware, Middleware.ConcurrencyMiddleware>();
        services.AddSingleton<IFunctionMiddleware, Middleware.TimeoutMiddleware>();
        services.AddHostedService<FunctionHost>();
        services.AddHostedService<Banner>();

        var drain = DrainSeconds(settings);
        services.Configure<ErmineOptions>(options => options.DrainSeconds = drain);
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(drain + 10)); // the drain ends before the host gives up
    }

    private static int DrainSeconds(IConfigurationSection settings)
    {
        if (settings[nameof(ErmineOptions.DrainSeconds)] is not { } text) return new ErmineOptions().DrainSeconds;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 3_600) return seconds;
        throw new ErmineStartupException($"The setting {settings.Path}:{nameof(ErmineOptions.DrainSeconds)} = '{text}' is no number of seconds from 0 to 3600.");
    }
}
