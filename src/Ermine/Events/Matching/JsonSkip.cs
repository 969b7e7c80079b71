using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ermine.Events.Matching;

/// <summary>Steps over JSON that is known to be well formed. Nothing here may be asked of bytes that were not validated.</summary>
internal static class JsonSkip
{
    /// <summary>Where the next thing that is no white space stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Space(ReadOnlySpan<byte> json, int at)
    {
        while (json[at] <= (byte)' ') at++;
        return at;
    }

    /// <summary>Where the closing quote of a string stands, whose first character is at <paramref name="at"/>.</summary>
    public static int String(ReadOnlySpan<byte> json, int at, out bool isEscaped)
    {
        ref var start = ref MemoryMarshal.GetReference(json);
        isEscaped = false;
        while (true)
        {
            if (at + Vector128<byte>.Count <= json.Length)
            {
                var bytes = Vector128.LoadUnsafe(ref start, (nuint)at);
                var stops = (Vector128.Equals(bytes, Vector128.Create((byte)'"')) | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))).ExtractMostSignificantBits();
                if (stops == 0)
                {
                    at += Vector128<byte>.Count;
                    continue;
                }

                at += BitOperations.TrailingZeroCount(stops);
            }
            else
            {
                while (json[at] is not ((byte)'"' or (byte)'\\')) at++;
            }

            if (json[at] == (byte)'"') return at;

            isEscaped = true;
            at += 2;
        }
    }

    /// <summary>Where a number, true, false or null ends, which begins at <paramref name="at"/>.</summary>
    public static int Scalar(ReadOnlySpan<byte> json, int at)
    {
        while (json[at] is not ((byte)',' or (byte)'}' or (byte)']' or <= (byte)' ')) at++;
        return at;
    }

    /// <summary>What a value is that is no string, by its first character.</summary>
    public static ValueKind Kind(byte first) => first switch
    {
        (byte)'t' => ValueKind.True,
        (byte)'f' => ValueKind.False,
        (byte)'n' => ValueKind.Null,
        (byte)'{' or (byte)'[' => ValueKind.Unread,
        _ => ValueKind.Number,
    };

    /// <summary>The place behind a value of any kind, which begins at <paramref name="at"/>.</summary>
    public static int Value(ReadOnlySpan<byte> json, int at) => json[at] switch
    {
        (byte)'"' => String(json, at + 1, out _) + 1,
        (byte)'{' or (byte)'[' => Rest(json, at + 1),
        _ => Scalar(json, at),
    };

    /// <summary>
    /// The place behind the bracket that closes what is open at <paramref name="at"/>, which is not within a string. It counts brackets 32 bytes at a time;
    /// which of them stand in strings is found from the quotes before them (Langdale and Lemire 2019).
    /// </summary>
    public static int Rest(ReadOnlySpan<byte> json, int at)
    {
        ref var start = ref MemoryMarshal.GetReference(json);
        var depth = 1;
        uint inString = 0; // all bits set where the block begins within a string
        while (json.Length >= Vector256<byte>.Count)
        {
            // The last bytes are read as the end of a whole block.
            var before = Math.Max(0, at + Vector256<byte>.Count - json.Length);
            var bytes = Vector256.LoadUnsafe(ref start, (nuint)(at - before));
            if (Vector256.EqualsAny(bytes, Vector256.Create((byte)'\\'))) break;

            var quotes = Vector256.Equals(bytes, Vector256.Create((byte)'"')).ExtractMostSignificantBits() >> before;
            var strings = Fill(quotes) ^ inString;
            var folded = bytes | Vector256.Create((byte)0x20); // '[' becomes '{', ']' becomes '}'
            var closing = Vector256.Equals(folded, Vector256.Create((byte)'}')).ExtractMostSignificantBits() >> before & ~strings;
            var opening = Vector256.Equals(folded, Vector256.Create((byte)'{')).ExtractMostSignificantBits() >> before & ~strings;
            var closed = BitOperations.PopCount(closing);
            if (closed < depth) depth += BitOperations.PopCount(opening) - closed;
            else if (Close(opening, closing, ref depth) is >= 0 and var place) return at + place + 1;

            inString = (uint)((int)strings >> 31);
            at += Vector256<byte>.Count;
        }

        return ByByte(json, at, depth, inString != 0);
    }

    // The place of the bracket that brings the depth to 0; -1 where none does, and then the depth behind the block is set.
    private static int Close(uint opening, uint closing, ref int depth)
    {
        for (var both = opening | closing; both != 0; both &= both - 1)
        {
            var place = BitOperations.TrailingZeroCount(both);
            depth += (closing >> place & 1) != 0 ? -1 : 1;
            if (depth == 0) return place;
        }

        return -1;
    }

    private static int ByByte(ReadOnlySpan<byte> json, int at, int depth, bool isInString)
    {
        if (isInString) at = String(json, at, out _) + 1;
        while (true)
        {
            switch (json[at])
            {
                case (byte)'"':
                    at = String(json, at + 1, out _);
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']':
                    if (--depth == 0) return at + 1;
                    break;
            }

            at++;
        }
    }

    // Every bit becomes the parity of the bits up to and including it: set from an opening quote to before its closing one.
    private static uint Fill(uint quotes)
    {
        quotes ^= quotes << 1;
        quotes ^= quotes << 2;
        quotes ^= quotes << 4;
        quotes ^= quotes << 8;
        return quotes ^ quotes << 16;
    }
}
