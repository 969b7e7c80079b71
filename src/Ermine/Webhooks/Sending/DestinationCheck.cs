using System.Text.RegularExpressions;
using Ermine.Kernel;
using Ermine.Shared.Patterns;

namespace Ermine.Webhooks.Sending;

/// <summary>What a destination may be.</summary>
internal static partial class DestinationCheck
{
    private const int LongestName = 32;

    /// <summary>What is wrong with a destination, without showing its secrets; null where nothing is.</summary>
    public static string? FaultOf(WebhookDestination destination, AddressGuard guard)
    {
        var (name, url) = (destination.Name, destination.Url);
        if (name.Length > LongestName || !Word().IsMatch(name)) return $"The name '{name}' is not allowed: lower-case letters, digits and hyphens, a letter first, at most {LongestName}.";
        if (guard.FaultOf(url) is { } fault) return $"The address '{url}' of '{name}' is not allowed: {fault}.";
        if (!Word().IsMatch(destination.Bus)) return $"The bus '{destination.Bus}' of '{name}' is not allowed: lower-case letters, digits and hyphens, a letter first, at most 40.";
        if (PatternParser.Parse(destination.Pattern).Item2 is { } error) return $"The pattern of '{name}' is none, at character {error.Offset}: {error.Message}";
        if (destination.MaxRate is { } rate && !Rate.TryParse(rate, out _)) return $"'{name}' has MaxRate = '{rate}', which is no rate: write a number, a slash, and s, m, h or d, such as 10/s.";
        return Secrets(destination).Select(WebhookSecret.FaultOf).FirstOrDefault(f => f is not null);
    }

    /// <summary>What is wrong with a name because of what else the app has; null where nothing is.</summary>
    public static string? TakenBy(string name, FunctionCatalog catalog) => catalog.Contracts.Any(contract => contract.Name == StoredDestination.QueueOf(name))
        ? $"The destination '{name}' has the queue '{StoredDestination.QueueOf(name)}', and something else of the app has that name: give one of them another."
        : null;

    private static IEnumerable<string> Secrets(WebhookDestination destination) => new[] { destination.Secret, destination.FormerSecret }.OfType<string>();

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
