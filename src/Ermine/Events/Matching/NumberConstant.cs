using System.Text;
using Ermine.Shared.Patterns;

namespace Ermine.Events.Matching;

/// <summary>A number of a pattern, ready to be compared with numbers of events as the exact decimals that both are.</summary>
internal sealed class NumberConstant
{
    public NumberConstant(string text)
    {
        Text = Encoding.ASCII.GetBytes(text);
        if (SmallDecimal.TryRead(Text, out var small)) Small = small;
    }

    /// <summary>The number as written.</summary>
    public byte[] Text { get; }

    /// <summary>The number, where it is small.</summary>
    public SmallDecimal? Small { get; }

    /// <summary>Below 0 where a number of an event is less than this, 0 where they are equal, above 0 where it is more.</summary>
    public int Compare(in MetNumber number) =>
        Small is { } small && number.IsSmall ? number.Small.CompareTo(small) : new DecimalView(number.Text).CompareTo(new DecimalView(Text));
}
