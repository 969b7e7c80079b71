using System.Globalization;
using Ermine.Kernel;
using Microsoft.Extensions.Configuration;

namespace Ermine.Schedules;

/// <summary>Settings of all schedules.</summary>
/// <param name="Kept">How long it is remembered which slots have had their firing.</param>
internal sealed record ScheduleSettings(TimeSpan Kept)
{
    private const string KeepDays = "Ermine:Schedules:KeepDays";

    /// <exception cref="ErmineStartupException">A setting does not parse, or is out of range.</exception>
    public static ScheduleSettings Of(IConfiguration configuration)
    {
        if (configuration[KeepDays] is not { } text) return new ScheduleSettings(TimeSpan.FromDays(7));
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 3_650
            ? new ScheduleSettings(TimeSpan.FromDays(days))
            : throw new ErmineStartupException($"The setting {KeepDays} = '{text}' is no number of days from 1 to 3650.");
    }
}
