using System.Globalization;
using System.Net;
using Ermine.Kernel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Ermine.Webhooks.Sending;

/// <summary>Settings of what is sent.</summary>
internal sealed record WebhookSettings
{
    /// <summary>Hosts and networks that may be sent to although they are not of the public internet.</summary>
    public const string AllowedHosts = "Ermine:Webhooks:AllowedHosts";

    private const string DestinationsSection = "Ermine:Webhooks:Destinations";
    private const string AllowHttp = "Ermine:Webhooks:AllowHttp";
    private const string KeepDays = "Ermine:Webhooks:KeepDays";

    /// <summary>How long a destination that was removed, or stands in no node's configuration, is kept with what waits for it.</summary>
    public static readonly TimeSpan DestinationsKept = TimeSpan.FromDays(7);

    /// <summary>Destinations that stand in configuration.</summary>
    public IReadOnlyList<WebhookDestination> Destinations { get; init; } = [];

    /// <summary>Whether an address may be http.</summary>
    public bool AllowsHttp { get; init; }

    /// <summary>Whether the machine itself may be sent to.</summary>
    public bool AllowsLoopback { get; init; }

    /// <summary>Names of hosts whose addresses are not judged.</summary>
    public IReadOnlySet<string> Hosts { get; init; } = new HashSet<string>();

    /// <summary>Networks that may be sent to.</summary>
    public IReadOnlyList<IPNetwork> Networks { get; init; } = [];

    /// <summary>How long deliveries are remembered.</summary>
    public TimeSpan Kept { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long an attempt may take, from resolving the name to the head of the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <exception cref="ErmineStartupException">A setting does not parse, is out of range, or names nothing.</exception>
    public static WebhookSettings Of(IConfiguration configuration, IHostEnvironment environment)
    {
        string[] allowed = [.. configuration.GetSection(AllowedHosts).GetChildren().Select(c => c.Value ?? ""), .. configuration[AllowedHosts]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []];
        var settings = new WebhookSettings
        {
            AllowsHttp = Flag(configuration) ?? environment.IsDevelopment(),
            AllowsLoopback = environment.IsDevelopment(),
            Hosts = allowed.Where(a => !a.Contains('/')).ToHashSet(StringComparer.OrdinalIgnoreCase),
            Networks = [.. allowed.Where(a => a.Contains('/')).Select(Network)],
            Kept = Days(configuration),
        };
        var destinations = configuration.GetSection(DestinationsSection).GetChildren().Where(section => section["Url"] != ""); // which an environment may set where another has it
        return settings with { Destinations = [.. destinations.Select(section => Destination(section, new AddressGuard(settings)))] };
    }

    /// <summary>Whether an address may be sent to although it is not of the public internet.</summary>
    public bool Allows(string host, IPAddress address) =>
        (AllowsLoopback && IPAddress.IsLoopback(address)) || Hosts.Contains(host) || Networks.Any(network => network.Contains(address));

    private static WebhookDestination Destination(IConfigurationSection section, AddressGuard guard)
    {
        string[] known = [nameof(WebhookDestination.Url), nameof(WebhookDestination.Pattern), nameof(WebhookDestination.Bus), nameof(WebhookDestination.Format), nameof(WebhookDestination.MaxRate), nameof(WebhookDestination.Secret), nameof(WebhookDestination.FormerSecret)];
        if (section.GetChildren().FirstOrDefault(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new ErmineStartupException($"The setting {unknown.Path} names nothing; a destination has {string.Join(", ", known)}.");

        var destination = new WebhookDestination(section.Key, section["Url"] ?? "", section["Pattern"] ?? "")
        {
            Bus = section["Bus"] ?? "default",
            Format = Format(section.GetSection("Format")),
            MaxRate = section["MaxRate"],
            Secret = section["Secret"],
            FormerSecret = section["FormerSecret"],
        };
        return DestinationCheck.FaultOf(destination, guard) is { } fault ? throw new ErmineStartupException($"The setting {section.Path} is no destination: {fault}") : destination;
    }

    private static WebhookFormat Format(IConfigurationSection section)
    {
        if (section.Value is not { } text) return WebhookFormat.Event;
        foreach (var format in Enum.GetValues<WebhookFormat>())
        {
            if (format.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)) return format;
        }

        throw new ErmineStartupException($"The setting {section.Path} = '{text}' is no format; write one of {string.Join(", ", Enum.GetNames<WebhookFormat>())}.");
    }

    private static IPNetwork Network(string text) => IPNetwork.TryParse(text, out var network) ? network : throw new ErmineStartupException(
        $"The setting {AllowedHosts} has '{text}', which is no network: write an address and its length, such as 10.1.0.0/16; or the name of a host.");

    private static bool? Flag(IConfiguration configuration) => configuration[AllowHttp] is not { } text ? null
        : bool.TryParse(text, out var flag) ? flag : throw new ErmineStartupException($"The setting {AllowHttp} = '{text}' is neither true nor false.");

    private static TimeSpan Days(IConfiguration configuration)
    {
        if (configuration[KeepDays] is not { } text) return TimeSpan.FromDays(7);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 365
            ? TimeSpan.FromDays(days)
            : throw new ErmineStartupException($"The setting {KeepDays} = '{text}' is no number of days from 1 to 365.");
    }
}
