namespace Ermine.Webhooks.Sending;

/// <summary>All destinations at one moment.</summary>
/// <param name="Version">Which moment: raised with each change.</param>
/// <param name="Destinations">The destinations.</param>
public sealed record StoredDestinations(long Version, IReadOnlyList<StoredDestination> Destinations)
{
    /// <summary>The destination of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public StoredDestination Find(string name) => Destinations.FirstOrDefault(d => d.Name == name) ?? throw new ArgumentException($"There is no destination '{name}'.", "destination");
}
