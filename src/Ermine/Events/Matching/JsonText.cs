using System.Text;

namespace Ermine.Events.Matching;

/// <summary>Unescapes strings of JSON that is known to be well formed.</summary>
internal static class JsonText
{
    /// <summary>Writes the characters of a string that has escapes as UTF-8, and says how many bytes they take, which are never more than they took.</summary>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> target)
    {
        var (from, to) = (0, 0);
        while (from < raw.Length)
        {
            var plain = raw[from..].IndexOf((byte)'\\');
            if (plain < 0) plain = raw.Length - from;
            raw.Slice(from, plain).CopyTo(target[to..]);
            (from, to) = (from + plain, to + plain);
            if (from == raw.Length) break;

            from++;
            var c = raw[from++];
            if (c != (byte)'u')
            {
                target[to++] = c switch
                {
                    (byte)'b' => (byte)'\b',
                    (byte)'f' => (byte)'\f',
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'t' => (byte)'\t',
                    _ => c,
                };
                continue;
            }

            var code = Hex(raw.Slice(from, 4));
            from += 4;
            if (char.IsHighSurrogate((char)code))
            {
                code = char.ConvertToUtf32((char)code, (char)Hex(raw.Slice(from + 2, 4)));
                from += 6;
            }

            to += new Rune(code).EncodeToUtf8(target[to..]);
        }

        return to;
    }

    /// <summary>The number that four hexadecimal digits write; -1 where they are none.</summary>
    public static int Hex(ReadOnlySpan<byte> digits)
    {
        var code = 0;
        foreach (var c in digits)
        {
            var digit = c switch
            {
                >= (byte)'0' and <= (byte)'9' => c - '0',
                >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
                _ => -1,
            };
            if (digit < 0) return -1;
            code = code << 4 | digit;
        }

        return code;
    }
}
