namespace Ermine.Events.Matching;

/// <summary>What every value that passes an alternative has in common, as a hash. Values that do not pass may have it too.</summary>
/// <param name="Kind">What was hashed.</param>
/// <param name="Length">Bytes of a prefix or suffix; 0 for the rest.</param>
/// <param name="Hash">The hash.</param>
internal readonly record struct IndexKey(IndexKind Kind, int Length, ulong Hash)
{
    /// <summary>Longer prefixes and suffixes are found by this many of their bytes.</summary>
    public const int LongestAffix = 32;

    /// <summary>The hash within one field.</summary>
    public ulong In(int field) => ByteHash.With(Hash, (ulong)field << 16 | (ulong)Kind << 8 | (uint)Length);

    public static IndexKey Of(Shared.Patterns.Address address) => new(IndexKind.Address, 0, ByteHash.With(ByteHash.With(address.High, address.Low), address.IsV6 ? 1UL : 0));

    /// <summary>The key of a number, however it is written: of its digits from the first that is not 0 to the last, and the power of ten of the last.</summary>
    public static IndexKey Of(ReadOnlySpan<byte> number)
    {
        if (SmallDecimal.TryRead(number, out var small))
        {
            var (digits, power) = (small.Digits, -small.Scale);
            if (digits == 0) power = 0;
            else
            {
                while (digits % 10 == 0) (digits, power) = (digits / 10, power + 1);
            }

            return new IndexKey(IndexKind.Number, 0, ByteHash.With((ulong)digits, (ulong)power));
        }

        var exact = new Shared.Patterns.DecimalView(number);
        var (all, last) = (0L, exact.Magnitude - exact.Count + 1);
        for (var i = 0; i < exact.Count; i++) all = unchecked(all * 10 + exact[i]);
        return new IndexKey(IndexKind.Number, 0, ByteHash.With((ulong)(exact.IsNegative ? -all : all), (ulong)(exact.IsZero ? 0 : last)));
    }
}
