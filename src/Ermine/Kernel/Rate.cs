using System.Diagnostics.CodeAnalysis;

namespace Ermine.Kernel;

/// <summary>So many in so long, such as <c>1000/s</c>.</summary>
/// <param name="PerSecond">How many come in each second; more than 0.</param>
/// <param name="Most">How many are kept at most: those of a second, and at least one.</param>
public readonly record struct Rate(double PerSecond, double Most)
{
    /// <summary>Reads a number, a slash, and s, m, h or d for second, minute, hour or day.</summary>
    /// <returns>Whether it is one: at most a million per second, and at least one in a day.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Rate rate)
    {
        rate = default;
        if (text is null || RateText.PerSecond(text) is not { } perSecond) return false;

        rate = new Rate(perSecond, Math.Max(1, perSecond));
        return true;
    }
}
