using System.Globalization;
using System.Text.Json;

namespace Ermine.Benchmarks;

/// <summary>Prints a report as a table, and writes it as JSON under <c>artifacts/bench</c> of the checkout.</summary>
internal static class ReportWriter
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task WriteAsync(BenchmarkReport report, CancellationToken ct)
    {
        Console.WriteLine(Table(report));
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "bench")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, $"{report.Name}.json"), JsonSerializer.Serialize(report, Indented), ct);
    }

    private static string Table(BenchmarkReport report)
    {
        var width = report.Rows.Max(r => r.What.Length);
        var lines = report.Rows.Select(r => string.Create(CultureInfo.InvariantCulture,
            $"  {r.What.PadRight(width)}  {r.Value,12:#,0.###} {r.Unit,-8} {Target(r),-22} {r.Note}").TrimEnd());
        return $"{report.Name}\n{string.Join('\n', lines)}\n";
    }

    private static string Target(BenchmarkRow row) => row.MeetsTarget is { } isMet
        ? string.Create(CultureInfo.InvariantCulture, $"at {(row.AtMost is null ? "least" : "most")} {row.AtMost ?? row.AtLeast:#,0.###}: {(isMet ? "met" : "MISSED")}")
        : "";
}
