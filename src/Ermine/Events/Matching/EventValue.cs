namespace Ermine.Events.Matching;

/// <summary>A value of an event.</summary>
/// <param name="kind">What it is.</param>
/// <param name="text">A string unescaped, in UTF-8; a number as written; empty for the rest.</param>
internal readonly ref struct EventValue(ValueKind kind, ReadOnlySpan<byte> text)
{
    public ValueKind Kind { get; } = kind;

    public ReadOnlySpan<byte> Text { get; } = text;
}
