using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ermine.Webhooks.Receiving;

/// <summary>Reads a body as it is sent, since that is what is signed.</summary>
internal static class RawBody
{
    private const int FirstBytes = 4_096;

    /// <summary>The bytes; null where there are more than <paramref name="most"/>.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int most, CancellationToken ct)
    {
        if (request.ContentLength > most) return null;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature) feature.MaxRequestBodySize = null; // counted here, also where no server does

        var bytes = new byte[Math.Min(request.ContentLength ?? FirstBytes, most) + 1]; // one more, to see the end, or what is too much
        var length = 0;
        while (await request.Body.ReadAsync(bytes.AsMemory(length), ct) is > 0 and var read)
        {
            length += read;
            if (length > most) return null;
            if (length == bytes.Length) Array.Resize(ref bytes, (int)Math.Min(bytes.Length * 2L, most + 1L));
        }

        return bytes.AsMemory(0, length);
    }
}
