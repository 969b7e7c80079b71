using System.Security.Cryptography;
using System.Text;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;

namespace Ermine.Http.Idempotency;

/// <summary>A request that holds its key: what its answer is recorded under.</summary>
internal sealed record IdempotentRequest(ReadOnlyMemory<byte> Key, long Epoch)
{
    /// <summary>Characters that a key may have.</summary>
    public const int MaxKeyLength = 255;

    /// <summary>The key in a request's header, bare or in quotes as the draft of the IETF has it; null where it is none.</summary>
    public static string? KeyOf(HttpRequest request)
    {
        if (request.Headers["Idempotency-Key"] is not [{ } text]) return null;
        if (text is ['"', .. var quoted, '"']) text = quoted;
        return text.Length is >= 1 and <= MaxKeyLength && text.All(c => c is > ' ' and <= '~' and not '"') ? text : null;
    }

    /// <summary>The name that a key is kept under: another one for each function and caller.</summary>
    public static byte[] NameOf(FunctionDescriptor function, HttpContext context, string key) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{function.Id}\0{Caller.Of(context)}\0{key}"));

    /// <summary>A digest of all that the function may read of a request, and the body again from its beginning.</summary>
    /// <exception cref="BadHttpRequestException">The body is too large, or did not come whole.</exception>
    public static async Task<byte[]> DigestAsync(HttpContext context)
    {
        var request = context.Request;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.PathBase}{request.Path}{request.QueryString}\n{request.ContentType}\n"));
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        request.Body = body;
        hash.AppendData(body.GetBuffer().AsSpan(0, (int)body.Length));
        return hash.GetHashAndReset();
    }
}
