namespace Ermine.Events.Matching;

/// <summary>A range of numbers whose ends are small.</summary>
/// <param name="Low">The least; null where there is none.</param>
/// <param name="IsLowInside">Whether the least is in the range.</param>
/// <param name="High">The greatest; null where there is none.</param>
/// <param name="IsHighInside">Whether the greatest is in the range.</param>
internal sealed record SmallRange(SmallDecimal? Low, bool IsLowInside, SmallDecimal? High, bool IsHighInside)
{
    /// <summary>Whether a number lies in it.</summary>
    public bool Contains(SmallDecimal number) =>
        (Low is not { } low || number.CompareTo(low) is var above && (above > 0 || above == 0 && IsLowInside))
        && (High is not { } high || number.CompareTo(high) is var below && (below < 0 || below == 0 && IsHighInside));
}
