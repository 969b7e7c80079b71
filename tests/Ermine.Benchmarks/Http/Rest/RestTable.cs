using System.Globalization;

namespace Ermine.Benchmarks.Http.Rest;

/// <summary>Turns medians into rows: Ermine beside the baseline and beside the best of all, then every other beside the baseline.</summary>
internal static class RestTable
{
    /// <param name="what">What was measured.</param>
    /// <param name="values">The median of each app, Ermine first and the baseline second.</param>
    /// <param name="unit">The unit of a median.</param>
    /// <param name="atLeast">What is asked of Ermine, in times of the baseline, where more is better.</param>
    /// <param name="atMost">What is asked of Ermine, in times of the baseline, where less is better.</param>
    public static IEnumerable<BenchmarkRow> Rows(string what, IReadOnlyList<(string Name, double Value)> values, string unit, double? atLeast = null, double? atMost = null)
    {
        var (ours, baseline) = (values[0], values[1]);
        yield return new BenchmarkRow($"{what}: {ours.Name}", ours.Value / baseline.Value, "of RDG", atMost, Note(ours), atLeast);
        yield return BesideBest(what, values, isMoreBetter: atMost is null);
        foreach (var value in values.Skip(1)) yield return new BenchmarkRow($"{what}: {value.Name}", value.Value / baseline.Value, "of RDG", Note: Note(value));

        string Note((string Name, double Value) value) => string.Create(CultureInfo.InvariantCulture, $"{value.Value:#,0.##} {unit}");
    }

    /// <summary>Bytes, which have limits of their own.</summary>
    public static IEnumerable<BenchmarkRow> Bytes(string what, IReadOnlyList<(string Name, double Value)> values, double atMost)
    {
        yield return new BenchmarkRow($"{what}: {values[0].Name}", Math.Round(values[0].Value), "bytes", atMost);
        yield return BesideBest(what, values, isMoreBetter: false);
        foreach (var value in values.Skip(1)) yield return new BenchmarkRow($"{what}: {value.Name}", Math.Round(value.Value), "bytes");
    }

    private static BenchmarkRow BesideBest(string what, IReadOnlyList<(string Name, double Value)> values, bool isMoreBetter)
    {
        var best = isMoreBetter ? values.Skip(1).MaxBy(value => value.Value) : values.Skip(1).MinBy(value => value.Value);
        return new BenchmarkRow($"{what}: Ermine beside the best of the others", values[0].Value / best.Value, "times", isMoreBetter ? null : 1, best.Name, isMoreBetter ? 1 : null);
    }
}
