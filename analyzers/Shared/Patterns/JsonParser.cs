using System.Text;

namespace Ermine.Shared.Patterns;

/// <summary>
/// Reads JSON (RFC 8259) into nodes with positions. Patterns are also read inside the compiler, where no JSON library may be brought along,
/// and where the place of a fault matters.
/// </summary>
internal sealed class JsonParser(string text, string what = "pattern")
{
    /// <summary>How deep objects and arrays may nest.</summary>
    public const int MaxDepth = 64;

    private int _at;

    /// <summary>Reads the one value of the text.</summary>
    /// <exception cref="PatternFault">The text is not JSON, or something stands behind the value.</exception>
    public JsonNode Read()
    {
        SkipSpace();
        if (_at == text.Length) throw new PatternFault(_at, 0, what == "pattern" ? "The pattern is empty; it is a JSON object such as {\"source\": [\"shop\"]}." : $"The {what} is empty; it is a JSON object.");

        var value = Value(1);
        SkipSpace();
        return _at == text.Length ? value : throw new PatternFault(_at, text.Length - _at, $"'{Shown(_at)}' stands behind the {what}, which is one JSON object; remove it.");
    }

    private JsonNode Value(int depth)
    {
        if (_at == text.Length) throw Ended("a value");
        if (depth > MaxDepth) throw new PatternFault(_at, 1, $"The {what} is nested deeper than {MaxDepth} levels; join names with dots, as in \"a.b.c\".");

        return text[_at] switch
        {
            '{' => Object(depth),
            '[' => Array(depth),
            '"' => String(),
            '-' or >= '0' and <= '9' => Number(),
            't' => Literal("true", JsonKind.True),
            'f' => Literal("false", JsonKind.False),
            'n' => Literal("null", JsonKind.Null),
            _ => throw Unexpected("a value: an object, an array, a string, a number, true, false or null"),
        };
    }

    private JsonNode Object(int depth)
    {
        var start = _at++;
        var members = new List<JsonMember>();
        SkipSpace();
        if (Is('}')) return new JsonNode(JsonKind.Object, start, _at - start, "", members, []);

        while (true)
        {
            SkipSpace();
            if (_at == text.Length) throw Ended("a name in double quotes");
            if (text[_at] != '"') throw Unexpected("a name in double quotes");

            var name = String();
            SkipSpace();
            if (!Is(':')) throw Missing("':' behind the name");

            SkipSpace();
            members.Add(new JsonMember(name.Text, name.Offset, name.Length, Value(depth + 1)));
            SkipSpace();
            if (Is('}')) return new JsonNode(JsonKind.Object, start, _at - start, "", members, []);
            if (!Is(',')) throw Missing("',' or '}'");
        }
    }

    private JsonNode Array(int depth)
    {
        var start = _at++;
        var items = new List<JsonNode>();
        SkipSpace();
        if (Is(']')) return new JsonNode(JsonKind.Array, start, _at - start, "", [], items);

        while (true)
        {
            SkipSpace();
            items.Add(Value(depth + 1));
            SkipSpace();
            if (Is(']')) return new JsonNode(JsonKind.Array, start, _at - start, "", [], items);
            if (!Is(',')) throw Missing("',' or ']'");
        }
    }

    private JsonNode String()
    {
        var start = _at++;
        var value = new StringBuilder();
        while (true)
        {
            if (_at == text.Length) throw new PatternFault(start, text.Length - start, "A string is not closed; end it with '\"'.");

            var from = _at;
            var c = text[_at++];
            if (c == '"') return new JsonNode(JsonKind.String, start, _at - start, value.ToString(), [], []);
            if (c < ' ') throw new PatternFault(from, 1, $"The control character U+{(int)c:X4} stands in a string as it is; write it as \\u{(int)c:x4}.");

            if (c == '\\') c = Escape(from);
            if (char.IsLowSurrogate(c)) throw Half(from, _at);

            value.Append(c);
            if (char.IsHighSurrogate(c)) value.Append(LowHalf(from));
        }
    }

    private char LowHalf(int start)
    {
        var from = _at;
        if (_at == text.Length) throw Half(start, from);

        var c = text[_at++];
        if (c == '\\') c = Escape(from);
        return char.IsLowSurrogate(c) ? c : throw Half(start, from);
    }

    private char Escape(int from)
    {
        if (_at == text.Length) throw new PatternFault(from, 1, "The text ends within an escape.");

        switch (text[_at++])
        {
            case '"': return '"';
            case '\\': return '\\';
            case '/': return '/';
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u':
                var code = 0;
                for (var i = 0; i < 4; i++)
                {
                    if (_at == text.Length || Hex(text[_at]) is not { } digit) throw new PatternFault(from, _at - from, "The escape \\u takes four hexadecimal digits, as in \\u00e9.");
                    code = (code << 4) | digit;
                    _at++;
                }

                return (char)code;
            default:
                throw new PatternFault(from, 2, $"'{text.Substring(from, 2)}' is no escape of JSON; write a backslash as \\\\.");
        }
    }

    private JsonNode Number()
    {
        var start = _at;
        Is('-');
        if (!Is('0') && !Digits()) throw Malformed(start);
        if (Is('.') && !Digits()) throw Malformed(start);
        if (Is('e') || Is('E'))
        {
            if (!Is('+')) Is('-');
            if (!Digits()) throw Malformed(start);
        }

        if (_at < text.Length && text[_at] is >= '0' and <= '9' or '.') throw Malformed(start);
        return new JsonNode(JsonKind.Number, start, _at - start, text.Substring(start, _at - start), [], []);
    }

    private JsonNode Literal(string word, JsonKind kind)
    {
        if (string.CompareOrdinal(text, _at, word, 0, word.Length) != 0) throw Unexpected($"{word}");

        _at += word.Length;
        return new JsonNode(kind, _at - word.Length, word.Length, word, [], []);
    }

    private bool Digits()
    {
        var start = _at;
        while (_at < text.Length && text[_at] is >= '0' and <= '9') _at++;
        return _at > start;
    }

    private bool Is(char c)
    {
        if (_at == text.Length || text[_at] != c) return false;

        _at++;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\n' or '\r') _at++;
    }

    private string Shown(int from) => text.Substring(from, char.IsHighSurrogate(text[from]) && from + 1 < text.Length ? 2 : 1);

    private PatternFault Missing(string what) => _at == text.Length ? Ended(what) : Unexpected(what);

    private PatternFault Ended(string what) => new(text.Length, 0, $"The text ends where {what} is expected.");

    private PatternFault Unexpected(string what) => new(_at, Shown(_at).Length, $"'{Shown(_at)}' stands where {what} is expected.");

    private PatternFault Malformed(int start)
    {
        while (_at < text.Length && text[_at] is (>= '0' and <= '9') or '.' or 'e' or 'E' or '+' or '-') _at++;
        return new PatternFault(start, _at - start, $"'{text.Substring(start, _at - start)}' is no number of JSON; it is digits without a leading zero, then a fraction and an exponent if there are any.");
    }

    private static PatternFault Half(int from, int end) => new(from, end - from, "Half of a surrogate pair stands alone, which is no character; write both halves, or neither.");

    private static int? Hex(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => null,
    };
}
