namespace Ermine.Events.Matching;

/// <summary>A number of an event, read once for all that it is compared with.</summary>
internal readonly ref struct MetNumber
{
    public MetNumber(ReadOnlySpan<byte> text)
    {
        Text = text;
        IsSmall = SmallDecimal.TryRead(text, out var small);
        Small = small;
    }

    public MetNumber(ReadOnlySpan<byte> text, SmallDecimal small)
    {
        Text = text;
        IsSmall = true;
        Small = small;
    }

    /// <summary>The number as written.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>Whether it is one of the few digits that <see cref="Small"/> holds.</summary>
    public bool IsSmall { get; }

    /// <summary>The number, if it is small.</summary>
    public SmallDecimal Small { get; }
}
