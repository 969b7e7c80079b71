using System.Text.Json;

namespace Ermine.Samples.Tests.Node;

/// <summary>A delivery as its receiver saw it.</summary>
/// <param name="Id">Its <c>webhook-id</c>.</param>
/// <param name="Type">The type of the event, if it was believed.</param>
/// <param name="Order">The order that it tells of.</param>
/// <param name="Refused">Why it was not believed; null where it was.</param>
/// <param name="Status">What was answered.</param>
/// <param name="IsBinary">Whether it is a CloudEvent in binary mode.</param>
/// <param name="CloudEvent">The CloudEvent that it is, as the SDK reads it; null where it is none.</param>
internal sealed record ReceivedWebhook(string Id, string? Type, string? Order, string? Refused, int Status, bool IsBinary, JsonElement? CloudEvent);
