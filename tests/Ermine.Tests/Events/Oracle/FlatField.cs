using System.Text.Json;

namespace Ermine.Tests.Events.Oracle;

/// <summary>A value of an event with its path, and the elements of arrays that it stands in.</summary>
/// <param name="Path">The names, joined with dots.</param>
/// <param name="Value">The value, which has no values inside.</param>
/// <param name="Elements">The index within each array, by a number of the array.</param>
internal sealed record FlatField(string Path, JsonElement Value, IReadOnlyDictionary<int, int> Elements);
