namespace Ermine.Events;

/// <summary>A replay as an operator asks for it.</summary>
internal sealed record ReplayOrder(string? Name, string? Subscription)
{
    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    public long? FromPosition { get; init; }

    public long? ToPosition { get; init; }

    public ReplayRange Range() => new() { From = From, To = To, FromPosition = FromPosition, ToPosition = ToPosition };
}
