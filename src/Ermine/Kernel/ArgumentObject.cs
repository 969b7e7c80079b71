using System.Text;
using System.Text.Json;

namespace Ermine.Kernel;

/// <summary>A JSON object of arguments: knows where each member stands, and reads none of them until it is asked for.</summary>
internal sealed class ArgumentObject
{
    private Member[] _members = new Member[4];
    private int _count;
    private ReadOnlyMemory<byte> _json;

    /// <summary>Takes another object.</summary>
    /// <exception cref="JsonException">It is no JSON, or no object.</exception>
    public void Read(ReadOnlyMemory<byte> json, JsonSerializerOptions options)
    {
        _json = json;
        _count = 0;
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { AllowTrailingCommas = options.AllowTrailingCommas, CommentHandling = options.ReadCommentHandling, MaxDepth = options.MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("no object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueIsEscaped ? reader.GetString() : null;
            var (nameAt, nameLength) = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
            reader.Read();
            var at = (int)reader.TokenStartIndex;
            reader.Skip();
            if (_count == _members.Length) Array.Resize(ref _members, 2 * _count);
            _members[_count++] = new Member(name, nameAt, nameLength, at, (int)reader.BytesConsumed - at);
        }

        reader.Read(); // throws where anything follows
    }

    /// <summary>The JSON of a member; of two with one name the last, as the serializer has it.</summary>
    public bool TryFind(string name, bool ignoreCase, out ReadOnlySpan<byte> value)
    {
        for (var i = _count - 1; i >= 0; i--)
        {
            if (!IsNamed(_members[i], name, ignoreCase)) continue;
            value = _json.Span.Slice(_members[i].At, _members[i].Length);
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>The members with a zero character in a text, by their names; an empty one stands for the object, where a name has it.</summary>
    public IReadOnlyList<string> NamesWithZero()
    {
        if (!ZeroCharacter.IsInJson(_json.Span)) return [];

        string[] names = [.. _members.Take(_count).Where(m => ZeroCharacter.IsInJson(_json.Span.Slice(m.At, m.Length))).Select(NameOf).Distinct()];
        return names.Length > 0 ? names : [""];
    }

    /// <summary>Forgets it, so that its memory can serve others.</summary>
    public void Clear() => (_json, _count) = (default, 0);

    private string NameOf(Member member) => member.Name ?? Encoding.UTF8.GetString(_json.Span.Slice(member.NameAt, member.NameLength));

    private bool IsNamed(in Member member, string name, bool ignoreCase)
    {
        var written = _json.Span.Slice(member.NameAt, member.NameLength);
        if (member.Name is null && Ascii.Equals(written, name)) return true;
        if (member.Name is null && Ascii.IsValid(written)) return ignoreCase && Ascii.EqualsIgnoreCase(written, name);
        return string.Equals(member.Name ?? Encoding.UTF8.GetString(written), name, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }

    /// <summary>A member: its name, as text where it is written with escapes, and where name and value stand.</summary>
    private readonly record struct Member(string? Name, int NameAt, int NameLength, int At, int Length);
}
