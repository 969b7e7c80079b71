namespace Ermine.Shared.Patterns;

/// <summary>An IP address. One of version 6 that stands for one of version 4 (::ffff:0:0/96) is that one.</summary>
/// <param name="IsV6">Whether it has 128 bits.</param>
/// <param name="High">The upper 64 bits of an address of version 6.</param>
/// <param name="Low">The lower 64 bits, or all 32 of version 4.</param>
internal readonly record struct Address(bool IsV6, ulong High, ulong Low)
{
    private const int LongestV4 = 15;

    /// <summary>Reads an address as a JVM reads a literal: four decimal numbers, or groups of hexadecimal digits with at most one "::"; neither zone nor dots in version 6.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Address address)
    {
        address = default;
        if (text.Length < 2 || !(IsHex(text[0]) || text[0] == (byte)':')) return false;

        return TryParseV4(text, out address) || text.IndexOf((byte)':') >= 0 && TryParseV6(text, out address);
    }

    private static bool TryParseV4(ReadOnlySpan<byte> text, out Address address)
    {
        address = default;
        if (text.Length > LongestV4) return false;

        ulong value = 0;
        ulong part = 0; // of so few digits that they always fit
        var (digits, parts) = (0, 0);
        foreach (var c in text)
        {
            var digit = (uint)(c - '0');
            if (digit <= 9)
            {
                part = part * 10 + digit;
                digits++;
            }
            else
            {
                if (c != (byte)'.' || digits == 0 || part > 255 || ++parts > 3) return false;
                value = (value << 8) | part;
                (part, digits) = (0, 0);
            }
        }

        address = new Address(false, 0, (value << 8) | part);
        return parts == 3 && digits > 0 && part <= 255;
    }

    private static bool TryParseV6(ReadOnlySpan<byte> text, out Address address)
    {
        address = default;
        ulong high = 0, low = 0, highBehind = 0, lowBehind = 0;
        var (group, digits, groups, before) = (0, 0, 0, -1);
        var at = 0;
        if (text[0] == (byte)':')
        {
            if (text[1] != (byte)':') return false;
            at = 1; // the first of both; the second is met with no digits before it
        }

        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c != (byte)':')
            {
                if (!IsHex(c)) return false;
                group = Math.Min((group << 4) | Digit(c), 0x10000);
                digits++;
                if (group > 0xffff) return false;
                continue;
            }

            if (digits == 0)
            {
                if (before >= 0) return false;
                before = groups;
                continue;
            }

            if (at == text.Length - 1 || groups == 8) return false; // it ends in one colon
            Push(ref high, ref low, ref highBehind, ref lowBehind, group, before);
            groups++;
            (group, digits) = (0, 0);
        }

        if (digits > 0)
        {
            if (groups == 8) return false;
            Push(ref high, ref low, ref highBehind, ref lowBehind, group, before);
            groups++;
        }

        if (before < 0 ? groups != 8 : groups > 7) return false;
        if (before >= 0)
        {
            // What stands before "::" goes to the top; what stands behind it is at the bottom already.
            var shift = 16 * (8 - before);
            (high, low) = shift >= 128 ? (0, 0) : shift >= 64 ? (low << (shift - 64), 0UL) : (high << shift | (shift == 0 ? 0 : low >> (64 - shift)), low << shift);
            (high, low) = (high | highBehind, low | lowBehind);
        }

        address = high == 0 && low >> 32 == 0xffff ? new Address(false, 0, low & 0xffff_ffff) : new Address(true, high, low);
        return true;
    }

    private static void Push(ref ulong high, ref ulong low, ref ulong highBehind, ref ulong lowBehind, int group, int before)
    {
        if (before < 0) (high, low) = (high << 16 | low >> 48, low << 16 | (uint)group);
        else (highBehind, lowBehind) = (highBehind << 16 | lowBehind >> 48, lowBehind << 16 | (uint)group);
    }

    private static bool IsHex(byte c) => c is >= (byte)'0' and <= (byte)'9' or >= (byte)'a' and <= (byte)'f' or >= (byte)'A' and <= (byte)'F';

    private static int Digit(byte c) => c <= (byte)'9' ? c - '0' : (c | 0x20) - 'a' + 10;
}
