using System.Diagnostics.CodeAnalysis;
using Ermine.Events.Matching;

namespace Ermine.Events;

/// <summary>
/// Bytes that are known to be an event: one JSON object in UTF-8, at most 64 levels deep, in which no name stands twice. An event is validated once, when it is
/// published; matching then steps over what no rule names. The bytes must not change as long as this is used.
/// </summary>
public readonly struct ValidatedEvent
{
    private readonly ReadOnlyMemory<byte> _utf8;

    private readonly EventMember[]? _members;
    private readonly uint[]? _hashes;
    private readonly EventShape? _shape;

    private ValidatedEvent(ReadOnlyMemory<byte> utf8, bool mayHaveRareNames, EventMember[]? members = null, uint[]? hashes = null, EventShape? shape = null) =>
        (_utf8, MayHaveRareNames, _members, _hashes, _shape) = (utf8, mayHaveRareNames, members, hashes, shape);

    /// <summary>The event as it was published.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which nothing validated.</exception>
    public ReadOnlyMemory<byte> Utf8 => _utf8.IsEmpty ? throw new InvalidOperationException("This event was never validated; make it by ValidatedEvent.Parse or TryParse.") : _utf8;

    /// <summary>Whether a name in it may have dots, which stand for objects within each other, or escapes.</summary>
    internal bool MayHaveRareNames { get; }

    /// <summary>Where its members stand; empty where that is not known.</summary>
    internal EventIndex Index => new(_hashes, _members, _shape);

    /// <summary>Validates an event.</summary>
    /// <param name="utf8">The event; it is not copied.</param>
    /// <exception cref="InvalidEventException">The bytes are no event; the exception says why, and where.</exception>
    public static ValidatedEvent Parse(ReadOnlyMemory<byte> utf8) => TryParse(utf8, out var valid, out var fault) ? valid : throw new InvalidEventException(fault);

    /// <summary>Validates an event.</summary>
    /// <param name="utf8">The event; it is not copied.</param>
    /// <param name="valid">The event, where the bytes are one.</param>
    /// <param name="fault">Why the bytes are no event, and where; null where they are one.</param>
    public static bool TryParse(ReadOnlyMemory<byte> utf8, out ValidatedEvent valid, [NotNullWhen(false)] out EventFault? fault)
    {
        var scratch = ValidationScratch.OfThread;
        var validator = new EventValidator(utf8.Span, scratch);
        fault = validator.Validate() ? null : new EventFault(validator.FaultAt, validator.Fault!);
        valid = fault is null ? new ValidatedEvent(utf8, validator.HasRareNames, scratch.Members[..scratch.MemberCount], scratch.Shape?.Hashes ?? scratch.Hashes[..(scratch.MemberCount + EventIndex.Padding)], scratch.Shape) : default;
        return fault is null;
    }

    /// <summary>Takes bytes that were validated before, such as those of an event that was stored. Matching bytes that are no event fails or answers at random.</summary>
    internal static ValidatedEvent Trust(ReadOnlyMemory<byte> utf8) => new(utf8, mayHaveRareNames: true);
}
