using Ermine.Kernel;
using Microsoft.Extensions.Configuration;

namespace Ermine.Webhooks.Receiving;

/// <summary>What the environment says of one webhook.</summary>
/// <param name="Secrets">What it is signed with: at least one.</param>
/// <param name="Url">The address that the sender posts to, where requests do not show it; null where they do.</param>
internal sealed record WebhookSettings(IReadOnlyList<WebhookSecret> Secrets, string? Url)
{
    private const string Secret = "Secret";
    private const string More = "Secrets";

    /// <summary>Reads <c>Ermine:Webhooks:{name}</c>.</summary>
    /// <exception cref="ErmineStartupException">There is no secret, or a setting names nothing.</exception>
    public static WebhookSettings Of(string function, string name, IConfiguration configuration)
    {
        var section = configuration.GetSection($"Ermine:Webhooks:{name}");
        if (section.GetChildren().FirstOrDefault(s => !new[] { Secret, More, nameof(Url) }.Contains(s.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new ErmineStartupException($"The setting {unknown.Path} names nothing; there are {Secret}, {More}:0, {More}:1, ... and {nameof(Url)}.");

        WebhookSecret[] secrets = [.. section.GetSection(More).GetChildren().Prepend(section.GetSection(Secret)).Where(s => !string.IsNullOrWhiteSpace(s.Value)).Select(s => new WebhookSecret(s.Path, s.Value!.Trim()))];
        if (secrets.Length == 0)
            throw new ErmineStartupException(
                $"The webhook '{name}' of function '{function}' has no secret, so that nothing tells its sender from anybody else: set {section.Path}:{Secret} to what the sender signs with, "
                + $"in Development by 'dotnet user-secrets set {section.Path}:{Secret} <secret>', elsewhere by the environment variable {section.Path.Replace(":", "__", StringComparison.Ordinal)}__{Secret}.");
        if (section[nameof(Url)] is { } url && !Uri.IsWellFormedUriString(url, UriKind.Absolute))
            throw new ErmineStartupException($"The setting {section.Path}:{nameof(Url)} = '{url}' is no address, such as https://api.example.org/webhooks/{name}.");
        return new WebhookSettings(secrets, section[nameof(Url)]);
    }
}
