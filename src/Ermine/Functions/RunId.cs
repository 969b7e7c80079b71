using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>Makes the ids of runs, whose last two bytes are those that the hash of their queue's name begins with, so that a run is looked for in
/// one queue's tables and not in every one's.</summary>
public static class RunId
{
    private const int Tag = 14;

    /// <summary>A new id: a UUID of version 7, which ascends with time.</summary>
    public static Guid New(string queue, DateTimeOffset now) => Tagged(FreshId.New(now), queue);

    /// <summary>The id of the run of an idempotency key: the same for the same queue and key. A UUID of version 8, made of a SHA-256.</summary>
    public static Guid Of(string queue, string idempotencyKey)
    {
        Span<byte> bytes = stackalloc byte[16];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{queue}\n{idempotencyKey}")).AsSpan(0, bytes.Length).CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80); // version 8: made as the application sees fit (RFC 9562, 5.8)
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return Tagged(new Guid(bytes, bigEndian: true), queue);
    }

    private static Guid Tagged(Guid id, string queue)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[Tag..], BinaryPrimitives.ReadUInt16BigEndian(RunQueue.Hash(queue)));
        return new Guid(bytes, bigEndian: true);
    }
}
