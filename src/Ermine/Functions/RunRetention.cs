using System.Globalization;
using Ermine.Kernel;
using Microsoft.Extensions.Configuration;

namespace Ermine.Functions;

/// <summary>How long runs that have ended are kept, and idempotency keys with them: the setting <c>Ermine:Runs:KeptDays</c>.</summary>
public static class RunRetention
{
    private const string Setting = "Ermine:Runs:KeptDays";

    /// <summary>What the settings say. Default: 7 days; from 1 to 365.</summary>
    /// <exception cref="ErmineStartupException">They say nothing that can be.</exception>
    public static TimeSpan Of(IConfiguration configuration)
    {
        if (configuration[Setting] is not { } text) return TimeSpan.FromDays(7);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 365
            ? TimeSpan.FromDays(days)
            : throw new ErmineStartupException($"The setting {Setting} = '{text}' is no number of days from 1 to 365.");
    }
}
