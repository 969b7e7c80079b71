namespace Ermine.Webhooks.Receiving;

/// <summary>What a webhook may be called. Linked into the analyzers, so that the rule and the runtime cannot disagree.</summary>
internal static class WebhookName
{
    private const int Longest = 64;

    /// <summary>The letters that a name has.</summary>
    public const string Letters = "small letters, digits, hyphens and underscores, a letter or digit first, at most 64";

    public static bool IsOne(string name) => name.Length is > 0 and <= Longest && name[0] is not ('-' or '_') && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_');
}
