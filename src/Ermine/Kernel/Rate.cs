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

    /// <summary>The rate that a function's trigger names; null where it names none.</summary>
    /// <exception cref="ErmineStartupException">The text is no rate.</exception>
    internal static Rate? Of(string function, string? text) => text is null ? null : TryParse(text, out var rate) ? rate : throw new ErmineStartupException(
        $"Function '{function}' has MaxRate = \"{text}\", which is no rate: write a number, a slash, and s, m, h or d, such as 1000/s; at most a million per second.");
}
