using System.Text.Json;

namespace Ermine.Events;

/// <summary>An event that a replay would deliver.</summary>
/// <param name="Position">Where it stands in the archive.</param>
/// <param name="Event">The whole event.</param>
public sealed record ReplayExample(long Position, JsonElement Event);
