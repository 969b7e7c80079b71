using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ermine.Http.Paging;

/// <summary>The text that callers hand back to go on in a list: a direction and a position, behind a digest of these, the function and the sort.</summary>
/// <remarks>The digest has no key: it finds what was damaged or belongs elsewhere. Who makes one up begins at another item of the same list,
/// which is no more than the function shows them anyway.</remarks>
internal static class PageCursor
{
    private const int DigestBytes = 12;
    private const int MaxLength = 2_048;

    /// <summary>The cursor of a position.</summary>
    public static string Write(string function, string sort, PagePosition position)
    {
        var payload = Encoding.UTF8.GetBytes((position.IsBackward ? '<' : '>') + position.Value);
        return Base64Url.EncodeToString([.. Digest(function, sort, payload), .. payload]);
    }

    /// <summary>The position of a cursor; null where it is damaged, or of another function or sort.</summary>
    public static PagePosition? Read(string function, string sort, string text)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text)) return null;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= DigestBytes || !Digest(function, sort, bytes.AsSpan(DigestBytes)).SequenceEqual(bytes[..DigestBytes])) return null;

        var payload = Encoding.UTF8.GetString(bytes.AsSpan(DigestBytes));
        return payload[0] is '<' or '>' && !payload.Contains('\0') ? new PagePosition(payload[1..], payload[0] == '<') : null;
    }

    private static byte[] Digest(string function, string sort, ReadOnlySpan<byte> payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{function}\n{sort}\n"));
        hash.AppendData(payload);
        return hash.GetHashAndReset()[..DigestBytes];
    }
}
