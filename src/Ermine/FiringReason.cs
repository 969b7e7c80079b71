using System.Text.Json.Serialization;

namespace Ermine;

/// <summary>Why a schedule fired.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FiringReason>))]
public enum FiringReason
{
    /// <summary>Its time had come.</summary>
    Due,

    /// <summary>Its time had passed while no node was there.</summary>
    Missed,

    /// <summary>Somebody asked for a firing now.</summary>
    RunNow,

    /// <summary>Somebody asked for the firings of a time that has passed.</summary>
    Backfill,
}
