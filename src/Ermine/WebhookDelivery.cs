namespace Ermine;

/// <summary>A whole webhook: what a function with <see cref="WebhookAttribute"/> may take as its parameter, where the body alone does not do.</summary>
/// <param name="Id">The delivery's id, the same each time that its sender repeats it.</param>
/// <param name="Type">What has happened, where the scheme says it: <c>payment.succeeded</c>; else null.</param>
/// <param name="Headers">The headers of the request by their names in small letters, without those that hold secrets or the signature.</param>
/// <param name="Time">When it was sent, where the scheme says it; else when it was accepted.</param>
/// <param name="Body">What the webhook carries.</param>
[DeliveryContract]
public sealed record WebhookDelivery<T>(string Id, string? Type, IReadOnlyDictionary<string, string> Headers, DateTimeOffset Time, T Body);
