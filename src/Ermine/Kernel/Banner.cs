using System.Diagnostics;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ermine.Kernel;

/// <summary>Prints, once the app is ready: the version, the functions by trigger, what each part reported, and how long it took.</summary>
internal sealed partial class Banner(FunctionCatalog catalog, StartupReport report, IHostApplicationLifetime lifetime, ILogger<Banner> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() =>
        {
            report.IsReady = true;
            if (log.IsEnabled(LogLevel.Information)) Ready(log, Text());
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string Text()
    {
        var text = new StringBuilder($"Ermine {Version}");
        foreach (var kind in catalog.Functions.GroupBy(f => f.Trigger.GetType().Name.Replace("TriggerAttribute", "").Replace("Attribute", "")).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Line(text, kind.Key, string.Join(", ", kind.Select(f => f.Id).Order(StringComparer.Ordinal)));
        }

        foreach (var (title, line) in report.Lines) Line(text, title, line);
        var seconds = (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalSeconds;
        return text.Append($"\n  ready in {seconds:0.0} s").ToString();
    }

    private static void Line(StringBuilder text, string title, string line) => text.Append($"\n  {title,-11} {line}");

    private static string Version => typeof(Banner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    [LoggerMessage(120, LogLevel.Information, "{Text}")]
    private static partial void Ready(ILogger log, string text);
}
