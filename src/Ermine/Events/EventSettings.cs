using System.Globalization;
using Ermine.Kernel;
using Microsoft.Extensions.Configuration;

namespace Ermine.Events;

/// <summary>Settings of all events.</summary>
/// <param name="Kept">How long published events are kept in the archive.</param>
/// <param name="KeptByBus">The same for buses that have a time of their own.</param>
internal sealed record EventSettings(TimeSpan Kept, IReadOnlyDictionary<string, TimeSpan> KeptByBus)
{
    private const string Section = "Ermine:Events";
    private const string KeepDays = "KeepDays";
    private static readonly TimeSpan Default = TimeSpan.FromDays(7);

    /// <summary>How long a subscription that stood in the code outlives the last node that declared it.</summary>
    public static readonly TimeSpan SubscriptionsKept = TimeSpan.FromDays(7);

    /// <summary>How long a replay is remembered after its end, and with it that one of its name was asked for.</summary>
    public static readonly TimeSpan ReplaysKept = TimeSpan.FromDays(30);

    /// <summary>How long the events of a bus are kept.</summary>
    public TimeSpan KeptOn(string bus) => KeptByBus.TryGetValue(bus, out var own) ? own : Kept;

    /// <exception cref="ErmineStartupException">A setting does not parse, or is out of range, or names what no bus may be called.</exception>
    public static EventSettings Of(IConfiguration configuration)
    {
        var events = configuration.GetSection(Section);
        var own = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var bus in events.GetSection("Buses").GetChildren())
        {
            if (BusName.FaultOf(bus.Key) is { } fault) throw new ErmineStartupException($"The setting {bus.Path}: {fault}");
            if (bus.GetChildren().FirstOrDefault(s => !s.Key.Equals(KeepDays, StringComparison.OrdinalIgnoreCase)) is { } unknown) throw new ErmineStartupException($"The setting {unknown.Path} is none; a bus has {KeepDays}.");
            if (Days(bus) is { } days) own[bus.Key] = days;
        }

        return new EventSettings(Days(events) ?? Default, own);
    }

    private static TimeSpan? Days(IConfigurationSection section) => section[KeepDays] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 3_650 ? TimeSpan.FromDays(days)
        : throw new ErmineStartupException($"The setting {section.Path}:{KeepDays} = '{text}' is no number of days from 1 to 3650.");
}
