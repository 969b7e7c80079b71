using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Ermine.Events.Matching;

/// <summary>
/// A fast hash of short texts, keyed anew in each process, so that nobody can choose texts that collide. Every collision is found out by comparing.
/// The mixing is the folded product of wyhash (Wang Yi 2019).
/// </summary>
internal static class ByteHash
{
    private static readonly ulong Seed = Random();
    private static readonly ulong Factor = Random() | 1;
    private static readonly ulong LastFactor = Random() | 1;

    /// <summary>The hash of a text.</summary>
    public static ulong Of(ReadOnlySpan<byte> text) => Of(text, 0, out _);

    /// <summary>The hash of a path, which is never 0: of its last name, and of the path before it, which for the first name is 0.</summary>
    public static uint OfPath(uint before, ReadOnlySpan<byte> name) => OfPath(before, name, out _);

    /// <summary>The same, and whether the name has a dot in it, which it has to be asked anyway.</summary>
    public static uint OfPath(uint before, ReadOnlySpan<byte> name, out bool hasDot) => (uint)Of(name, before, out hasDot) | 0x8000_0000;

    private static ulong Of(ReadOnlySpan<byte> text, ulong seed, out bool hasDot)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        var length = text.Length;
        var hash = Seed ^ seed << 32 ^ (ulong)length;
        ulong last = 0, dots = 0;
        if (length >= 8)
        {
            for (var i = 0; i < length - 8; i += 8)
            {
                var eight = Eight(ref start, i);
                dots |= Dots(eight);
                hash = Mix(hash ^ eight, Factor);
            }

            last = Eight(ref start, length - 8);
        }
        else if (length >= 4) last = Four(ref start, 0) | (ulong)Four(ref start, length - 4) << 32;
        else if (length > 0) last = start | (ulong)Unsafe.Add(ref start, length >> 1) << 8 | (ulong)Unsafe.Add(ref start, length - 1) << 16;

        hasDot = (dots | Dots(last)) != 0;
        return Mix(hash ^ last, LastFactor);
    }

    // Not 0 where one of eight bytes is a dot (Mycroft 1987).
    private static ulong Dots(ulong eight)
    {
        eight ^= 0x2e2e_2e2e_2e2e_2e2e;
        return eight - 0x0101_0101_0101_0101 & ~eight & 0x8080_8080_8080_8080;
    }

    /// <summary>A hash made of another and a number.</summary>
    public static ulong With(ulong hash, ulong number) => Mix(hash ^ number * 0x9e37_79b9_7f4a_7c15, Factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }

    private static ulong Eight(ref byte start, int offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, offset));

    private static uint Four(ref byte start, int offset) => Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, offset));

    private static ulong Random() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));
}
