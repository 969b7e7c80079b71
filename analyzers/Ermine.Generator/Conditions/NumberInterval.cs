using System.Text;
using Ermine.Shared.Patterns;

namespace Ermine.Generator.Conditions;

/// <summary>Numbers between two, or on one side of one, or all.</summary>
/// <param name="Low">The lower bound as JSON writes it; null where there is none.</param>
/// <param name="IsLowInside">Whether the lower bound belongs to it.</param>
/// <param name="High">The upper bound; null where there is none.</param>
/// <param name="IsHighInside">Whether the upper bound belongs to it.</param>
internal sealed record NumberInterval(string? Low, bool IsLowInside, string? High, bool IsHighInside)
{
    public static readonly NumberInterval All = new(null, false, null, false);

    public bool IsNone => Low is not null && High is not null && Compare(Low, High) is var order && (order > 0 || order == 0 && !(IsLowInside && IsHighInside));

    /// <summary>The number that it is alone; null where it is more.</summary>
    public string? Point => Low is not null && High is not null && IsLowInside && IsHighInside && Compare(Low, High) == 0 ? Low : null;

    public NumberInterval And(NumberInterval other)
    {
        var low = CompareLow(this, other) >= 0 ? this : other;
        var high = CompareHigh(this, other) <= 0 ? this : other;
        return new NumberInterval(low.Low, low.IsLowInside, high.High, high.IsHighInside);
    }

    /// <summary>Whether it goes on, without a gap, in one that begins later.</summary>
    public bool Touches(NumberInterval later) => High is null || later.Low is null || Compare(High, later.Low) is var order && (order > 0 || order == 0 && (IsHighInside || later.IsLowInside));

    /// <summary>Which begins first: below 0 where the first does.</summary>
    public static int CompareLow(NumberInterval a, NumberInterval b) => (a.Low, b.Low) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ => Compare(a.Low, b.Low) is var order && order != 0 ? order : b.IsLowInside.CompareTo(a.IsLowInside),
    };

    /// <summary>Which ends first: below 0 where the first does.</summary>
    public static int CompareHigh(NumberInterval a, NumberInterval b) => (a.High, b.High) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ => Compare(a.High, b.High) is var order && order != 0 ? order : a.IsHighInside.CompareTo(b.IsHighInside),
    };

    private static int Compare(string a, string b) => new DecimalView(Encoding.ASCII.GetBytes(a)).CompareTo(new DecimalView(Encoding.ASCII.GetBytes(b)));
}
