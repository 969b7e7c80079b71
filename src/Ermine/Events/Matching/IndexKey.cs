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

    public static IndexKey Of(Shared.Patterns.DecimalView number)
    {
        var hash = number.IsNegative ? 1UL : 0;
        for (var i = 0; i < number.Count; i++) hash = hash * 31 + (uint)number[i] + 1;
        return new IndexKey(IndexKind.Number, 0, ByteHash.With(hash, (ulong)number.Magnitude));
    }
}
