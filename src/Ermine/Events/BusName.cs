using System.Text.RegularExpressions;

namespace Ermine.Events;

/// <summary>What a bus may be called.</summary>
internal static partial class BusName
{
    /// <summary>What is wrong with a name; null where nothing is.</summary>
    public static string? FaultOf(string name) => Allowed().IsMatch(name) ? null : $"The bus name '{name}' is not allowed: lower-case letters, digits and hyphens, a letter first, at most 40.";

    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    public static void Check(string name)
    {
        if (FaultOf(name) is { } fault) throw new ArgumentException(fault);
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();
}
