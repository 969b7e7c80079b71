namespace Ermine.Webhooks.Receiving;

/// <summary>What a webhook may be called. Linked into the analyzers, so that the rule and the runtime cannot disagree.</summary>
internal static class WebhookName
{
    private const int Longest = 64;

    // In configuration these stand where a webhook's own settings do, below Ermine:Webhooks.
    private static readonly string[] Settings = ["destinations", "allowedhosts", "allowhttp", "keepdays"];

    /// <summary>What is wrong with a name; null where nothing is.</summary>
    public static string? Fault(string name) =>
        !IsPartOfAddress(name) ? "is no part of an address; a name has small letters, digits, hyphens and underscores, a letter or digit first, at most 64"
        : Settings.Contains(name) ? $"is taken by the setting Ermine:Webhooks:{name} of the webhooks that an app sends; add a word to it"
        : null;

    private static bool IsPartOfAddress(string name) =>
        name.Length is > 0 and <= Longest && name[0] is not ('-' or '_') && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_');
}
