using System.Globalization;
using System.Text.RegularExpressions;

namespace Ermine.Kernel;

/// <summary>A pattern that a text must match from its first character to its last, in time that grows with the text alone.</summary>
/// <remarks>What takes time to the power of its length cannot be sent: patterns run without backtracking. The few that need it, for
/// references back or a look around, have a time limit, and a text that exceeds it is refused.</remarks>
public sealed class ValidationPattern
{
    private readonly Regex _pattern;

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="timeoutMilliseconds">What a text may take at most where the pattern needs backtracking; 2,000 by default.</param>
    /// <exception cref="ArgumentException">It is no regular expression (ERM412).</exception>
    public ValidationPattern(string pattern, int timeoutMilliseconds = 2_000)
    {
        var limit = timeoutMilliseconds <= 0 ? Regex.InfiniteMatchTimeout : TimeSpan.FromMilliseconds(timeoutMilliseconds);
        try
        {
            _pattern = new Regex(pattern, RegexOptions.NonBacktracking, limit);
        }
        catch (NotSupportedException) // there is no other way to ask
        {
            _pattern = new Regex(pattern, RegexOptions.None, limit == Regex.InfiniteMatchTimeout ? TimeSpan.FromSeconds(2) : limit);
        }
    }

    /// <summary>Whether a text does not match. None and an empty one always do, as <c>[Required]</c> is what speaks of those.</summary>
    public bool Refuses(string? text)
    {
        if (string.IsNullOrEmpty(text)) return false;
        try
        {
            foreach (var match in _pattern.EnumerateMatches(text)) return match.Index != 0 || match.Length != text.Length;
            return true;
        }
        catch (RegexMatchTimeoutException) // a text that takes this long was made to
        {
            return true;
        }
    }

    /// <summary>Whether a value, as it is written, does not match.</summary>
    public bool Refuses(object? value) => Refuses(Convert.ToString(value, CultureInfo.CurrentCulture));
}
