using Microsoft.AspNetCore.Http;

namespace Ermine.Webhooks.Receiving;

/// <summary>What a sender has posted, as its signature is checked.</summary>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body as it came.</param>
/// <param name="Now">The time of the database.</param>
/// <param name="Url">The whole address that was posted to.</param>
/// <param name="Method">The method.</param>
internal sealed record WebhookRequest(IHeaderDictionary Headers, ReadOnlyMemory<byte> Body, DateTimeOffset Now, string Url, string Method = "POST")
{
    /// <summary>A header that is there once; null where it is not, or empty. Of two, one reader would take the first and another the last.</summary>
    public string? Header(string name) => Headers[name] is [{ Length: > 0 } one] ? one : null;
}
