using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Ermine.Kernel;

/// <summary>New ids of version 7 (RFC 9562). Their random bits are taken from the system by the block: it asks as much for sixteen bytes as for thousands.</summary>
internal static class FreshId
{
    private const int Length = 16;
    private const int Block = 256 * Length;

    [ThreadStatic]
    private static byte[]? _random;

    [ThreadStatic]
    private static int _used;

    public static Guid New(DateTimeOffset now)
    {
        var id = (stackalloc byte[Length]);
        Random().CopyTo(id);
        var version = (byte)(0x70 | (id[6] & 0x0F));
        var variant = (byte)(0x80 | (id[8] & 0x3F));
        BinaryPrimitives.WriteInt64BigEndian(id, now.ToUnixTimeMilliseconds() << 16 | BinaryPrimitives.ReadUInt16BigEndian(id[6..]));
        (id[6], id[8]) = (version, variant);
        return new Guid(id, bigEndian: true);
    }

    private static ReadOnlySpan<byte> Random()
    {
        if (_random is null || _used == Block)
        {
            RandomNumberGenerator.Fill(_random ??= new byte[Block]);
            _used = 0;
        }

        return _random.AsSpan((_used += Length) - Length, Length);
    }
}
