using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ermine.Events.Matching;

/// <summary>
/// The quotes among 64 bytes of JSON, a bit for each byte, without those behind a backslash. Taking the next quote out of a register costs a fraction of looking
/// for it in memory, and most of an event is names and strings (after Langdale and Lemire 2019, "Parsing Gigabytes of JSON per Second").
/// </summary>
internal static class QuoteBlock
{
    /// <summary>Bytes of a block.</summary>
    public const int Size = 64;

    /// <summary>The quotes of a block, a bit for each control character, and whether it has a backslash.</summary>
    /// <param name="start">The first of its bytes.</param>
    /// <param name="isEscaped">Whether that byte stands behind a backslash; on return, whether the next block's does.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (ulong Quotes, ulong Controls, bool HasBackslash) Read(ref byte start, ref bool isEscaped)
    {
        var (low, high) = (Vector256.LoadUnsafe(ref start), Vector256.LoadUnsafe(ref start, (nuint)Vector256<byte>.Count));
        var most = Vector256.Create((byte)0x1f);
        var controls = Mask(Vector256.Equals(Vector256.Min(low, most), low), Vector256.Equals(Vector256.Min(high, most), high));
        var quotes = Mask(Vector256.Equals(low, Vector256.Create((byte)'"')), Vector256.Equals(high, Vector256.Create((byte)'"')));
        return isEscaped || HasBackslash(low, high) ? (WithoutEscaped(quotes, Backslashes(low, high), ref isEscaped), controls, true) : (quotes, controls, false);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasBackslash(Vector256<byte> low, Vector256<byte> high) =>
        (Vector256.Equals(low, Vector256.Create((byte)'\\')) | Vector256.Equals(high, Vector256.Create((byte)'\\'))) != Vector256<byte>.Zero;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong WithoutEscaped(ulong quotes, ulong backslashes, ref bool isEscaped)
    {
        if (isEscaped) (quotes, backslashes) = (quotes & ~1UL, backslashes & ~1UL);

        isEscaped = false;
        while (backslashes != 0)
        {
            var place = BitOperations.TrailingZeroCount(backslashes);
            isEscaped = place == Size - 1;
            var escaped = ~(2UL << place);
            (quotes, backslashes) = (quotes & escaped, backslashes & (backslashes - 1) & escaped);
        }

        return quotes;
    }

    private static ulong Backslashes(Vector256<byte> low, Vector256<byte> high) => Mask(Vector256.Equals(low, Vector256.Create((byte)'\\')), Vector256.Equals(high, Vector256.Create((byte)'\\')));

    private static ulong Mask(Vector256<byte> low, Vector256<byte> high) => low.ExtractMostSignificantBits() | (ulong)high.ExtractMostSignificantBits() << 32;
}
