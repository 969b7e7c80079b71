namespace Ermine.Events.Matching;

/// <summary>Goes through the values of an array that can be tested as they stand. Objects are none of its values.</summary>
/// <param name="json">The event.</param>
/// <param name="start">Where the array begins.</param>
internal ref struct PlainElements(ReadOnlySpan<byte> json, int start)
{
    private readonly ReadOnlySpan<byte> _json = json;
    private int _at = start + 1;

    /// <summary>Whether all of the array was gone through, behind the last value; false where it has an array or a text with escapes in it.</summary>
    public bool IsWhole { get; private set; }

    public ValueKind Kind { get; private set; }

    public ReadOnlySpan<byte> Text { get; private set; }

    /// <summary>Goes on to the next value; false behind the last, and where one cannot be tested as it stands.</summary>
    public bool MoveNext()
    {
        while (true)
        {
            var at = JsonSkip.Space(_json, _at);
            switch (_json[at])
            {
                case (byte)']':
                    IsWhole = true;
                    return false;
                case (byte)',':
                    _at = at + 1;
                    break;
                case (byte)'[':
                    return false;
                case (byte)'{':
                    _at = JsonSkip.Rest(_json, at + 1);
                    break;
                case (byte)'"':
                    _at = JsonSkip.String(_json, at + 1, out var isEscaped) + 1;
                    Kind = ValueKind.String;
                    Text = _json[(at + 1)..(_at - 1)];
                    return !isEscaped;
                default:
                    _at = JsonSkip.Scalar(_json, at);
                    Kind = JsonSkip.Kind(_json[at]);
                    Text = _json[at.._at];
                    return true;
            }
        }
    }
}
