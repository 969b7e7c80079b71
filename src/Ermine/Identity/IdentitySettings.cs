using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ermine.Kernel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Ermine.Identity;

/// <summary>What an app says about identities: the section <c>Ermine:Identity</c>.</summary>
/// <param name="Keys">The keys, that which signs first; none where the app has none.</param>
/// <param name="Attaches">Whether messages bear identities without being asked to one by one.</param>
/// <param name="MaxAge">How old an identity may be where it arrives; null for any age.</param>
/// <param name="Claims">Claims that travel beside those that always do.</param>
internal sealed record IdentitySettings(IReadOnlyList<IdentityKey> Keys, bool Attaches, TimeSpan? MaxAge, IReadOnlyList<string> Claims)
{
    public const string Section = "Ermine:Identity";

    private const int LongestAgeHours = 87_600;

    /// <summary>How an app without a key gets one.</summary>
    public const string Remedy = $"set {Section}:Key to 32 or more random bytes in base64, the same on all nodes and in all apps that share queues (openssl rand -base64 32)";

    /// <exception cref="ErmineStartupException">A key or a setting cannot be read.</exception>
    public static IdentitySettings Of(IConfiguration configuration, IHostEnvironment environment, FunctionCatalog catalog)
    {
        var section = configuration.GetSection(Section);
        return new IdentitySettings(
            KeysOf(section, environment), Flag(section, "Always") || catalog.Declared.Any(IsWanted), AgeOf(section), [.. section.GetSection("Claims").GetChildren().Select(c => c.Value).OfType<string>()]);
    }

    // Wanted by one function of the app, it is put onto all messages: between the sender and that function there may be others, through which it travels on.
    private static bool IsWanted(FunctionDescriptor function) => MessageGuard.Guards(function) || function.Metadata.OfType<ReadsSenderAttribute>().Any();

    private static IReadOnlyList<IdentityKey> KeysOf(IConfigurationSection section, IHostEnvironment environment)
    {
        var previous = section.GetSection("PreviousKeys").GetChildren().Where(k => k.Value is not null).Select(k => IdentityKey.Read(k.Value!, k.Path)).ToArray();
        if (section["Key"] is { Length: > 0 } key) return [IdentityKey.Read(key, $"{Section}:Key"), .. previous];
        if (previous.Length > 0) throw new ErmineStartupException($"The setting {Section}:PreviousKeys has keys that were, and {Section}:Key none that is: {Remedy}.");
        return environment.IsDevelopment() || environment.IsEnvironment("Testing") ? [Development] : [];
    }

    // The same in every app of every machine, so that apps in development share queues without being told. It proves nothing to whoever can
    // write into the database, and neither would a random one, which would have to be kept there.
    private static IdentityKey Development => new(SHA256.HashData(Encoding.UTF8.GetBytes("Ermine: identities in development")));

    private static bool Flag(IConfigurationSection section, string name) => section[name] is { Length: > 0 } text &&
        (bool.TryParse(text, out var flag) ? flag : throw new ErmineStartupException($"The setting {section.Path}:{name} = '{text}' is neither true nor false."));

    private static TimeSpan? AgeOf(IConfigurationSection section) => section["MaxAgeHours"] is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= LongestAgeHours ? TimeSpan.FromHours(hours)
        : throw new ErmineStartupException($"The setting {section.Path}:MaxAgeHours = '{text}' is no number of hours from 1 to {LongestAgeHours}.");
}
