using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ermine.Kernel;

/// <summary>So many in so long, such as <c>1000/s</c>.</summary>
/// <param name="PerSecond">How many come in each second; more than 0.</param>
/// <param name="Most">How many are kept at most: those of a second, and at least one.</param>
public readonly record struct Rate(double PerSecond, double Most)
{
    private const double Highest = 1_000_000;

    /// <summary>Reads a number, a slash, and s, m, h or d for second, minute, hour or day.</summary>
    /// <returns>Whether it is one: at most a million per second, and at least one in a day.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Rate rate)
    {
        rate = default;
        if (text?.Split('/') is not [var count, var unit] || !int.TryParse(count.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) return false;
        double seconds = unit.Trim() switch
        {
            "s" => 1,
            "m" => 60,
            "h" => 3_600,
            "d" => 86_400,
            _ => 0,
        };
        if (seconds == 0 || number / seconds > Highest) return false;

        rate = new Rate(number / seconds, Math.Max(1, number / seconds));
        return true;
    }
}
