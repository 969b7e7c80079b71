using System.Globalization;

namespace Ermine.Kernel;

/// <summary>How a rate is written: a number, a slash, and s, m, h or d. Linked into the analyzers, so that the rule and the runtime cannot disagree.</summary>
internal static class RateText
{
    private const double Highest = 1_000_000;

    /// <summary>How many come in each second; null where the text is no rate: at most a million per second, and at least one in a day.</summary>
    public static double? PerSecond(string text)
    {
        if (text.Split('/') is not [var count, var unit] || !int.TryParse(count.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) return null;
        double? seconds = unit.Trim() switch
        {
            "s" => 1,
            "m" => 60,
            "h" => 3_600,
            "d" => 86_400,
            _ => null,
        };
        return number / seconds is { } rate && rate <= Highest ? rate : null;
    }
}
