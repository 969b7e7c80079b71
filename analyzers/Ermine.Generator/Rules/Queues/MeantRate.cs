using System.Text.RegularExpressions;
using Ermine.Kernel;

namespace Ermine.Generator.Rules.Queues;

/// <summary>Finds the rate that a text was meant to be, where a reader would have no doubt: <c>1,000 per second</c> is <c>1000/s</c>.</summary>
internal static class MeantRate
{
    // A capital M might be a month, and a number in groups of other than three a fraction.
    private static readonly Regex Spoken = new(
        @"^\s*(?<count>[0-9]{1,3}(?:[,_ '][0-9]{3})+|[0-9]+)\s*(?:/|[Pp]er\b)\s*(?:1\s*)?(?<unit>s|S|(?i:secs?|seconds?)|m|(?i:mins?|minutes?)|h|H|(?i:hrs?|hours?)|d|D|(?i:days?))\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The rate as it is to be written; null where the text leaves it open.</summary>
    public static string? Of(string text)
    {
        var match = Spoken.Match(text);
        if (!match.Success) return null;

        var count = new string([.. match.Groups["count"].Value.Where(char.IsDigit)]);
        var rate = $"{count}/{char.ToLowerInvariant(match.Groups["unit"].Value[0])}";
        return RateText.PerSecond(rate) is null ? null : rate;
    }
}
