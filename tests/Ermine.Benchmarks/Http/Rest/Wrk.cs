using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Ermine.Benchmarks.Http.Rest;

/// <summary>The load generator, as Debian packages it.</summary>
internal static class Wrk
{
    private const int Connections = 16;

    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "pipeline.lua");

    /// <exception cref="InvalidOperationException">It is not installed.</exception>
    public static async Task RequireAsync(CancellationToken ct)
    {
        try
        {
            using var version = Process.Start(new ProcessStartInfo("wrk", "-v") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            await version.WaitForExitAsync(ct);
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("This benchmark sends its requests with wrk, which is not installed: run 'apt-get install wrk' as root.", e);
        }
    }

    /// <summary>Sends one kind of request for a while.</summary>
    /// <exception cref="InvalidOperationException">An answer was none of 2xx, or a connection broke: a figure of that would mean nothing.</exception>
    public static async Task<WrkResult> RunAsync(Uri server, RestRequest request, string token, int seconds, CancellationToken ct)
    {
        string[] words =
        [
            "-t1", $"-c{Connections}", $"-d{seconds}s", "-s", Script, new Uri(server, request.Path).ToString(), "--",
            request.Depth.ToString(CultureInfo.InvariantCulture), request.Method, request.NeedsToken ? token : "-", request.Body ?? "-",
        ];
        using var wrk = Process.Start(new ProcessStartInfo("wrk", words) { RedirectStandardOutput = true })!;
        var output = await wrk.StandardOutput.ReadToEndAsync(ct);
        await wrk.WaitForExitAsync(ct);
        var counted = output.Split('\n').FirstOrDefault(line => line.StartsWith("counted ", StringComparison.Ordinal)) ?? throw new InvalidOperationException($"wrk failed:\n{output}");
        var numbers = counted.Split(' ').Skip(1).Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        if (numbers[2] > 0) throw new InvalidOperationException($"{numbers[2]} of {numbers[0]} answers of {server} to {request.Name} were failures:\n{output}");
        return new WrkResult(numbers[0], TimeSpan.FromMicroseconds(numbers[1]));
    }
}
