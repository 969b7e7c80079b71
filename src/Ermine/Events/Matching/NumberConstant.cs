using System.Text;
using Ermine.Shared.Patterns;

namespace Ermine.Events.Matching;

/// <summary>A number of a pattern, ready to be compared with numbers of events as the exact decimals that both are.</summary>
internal sealed class NumberConstant
{
    private readonly SmallDecimal _small;
    private readonly bool _isSmall;

    public NumberConstant(string text)
    {
        Text = Encoding.ASCII.GetBytes(text);
        _isSmall = SmallDecimal.TryRead(Text, out _small);
    }

    /// <summary>The number as written.</summary>
    public byte[] Text { get; }

    /// <summary>Below 0 where a number of an event is less than this, 0 where they are equal, above 0 where it is more.</summary>
    public int Compare(in MetNumber number) =>
        _isSmall && number.IsSmall ? number.Small.CompareTo(_small) : new DecimalView(number.Text).CompareTo(new DecimalView(Text));
}
