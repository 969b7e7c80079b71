using System.Globalization;
using Ermine.Kernel;
using Microsoft.Extensions.Configuration;

namespace Ermine.Events;

/// <summary>Settings of all events.</summary>
/// <param name="Kept">How long published events are kept in the archive.</param>
internal sealed record EventSettings(TimeSpan Kept)
{
    private const string KeepDays = "Ermine:Events:KeepDays";

    /// <summary>How long a subscription that stood in the code outlives the last node that declared it.</summary>
    public static readonly TimeSpan SubscriptionsKept = TimeSpan.FromDays(7);

    /// <exception cref="ErmineStartupException">A setting does not parse, or is out of range.</exception>
    public static EventSettings Of(IConfiguration configuration)
    {
        if (configuration[KeepDays] is not { } text) return new EventSettings(TimeSpan.FromDays(7));
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 3_650
            ? new EventSettings(TimeSpan.FromDays(days))
            : throw new ErmineStartupException($"The setting {KeepDays} = '{text}' is no number of days from 1 to 3650.");
    }
}
