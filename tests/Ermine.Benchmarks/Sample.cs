namespace Ermine.Benchmarks;

/// <summary>What is asked of measured values.</summary>
internal static class Sample
{
    /// <summary>The middle value; of an even number of values the upper of the two.</summary>
    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
