using System.Security.Cryptography;

namespace Ermine.Events.Matching;

/// <summary>
/// Finds values of one path in an event with dots in names: <c>{"a.b": 1}</c> is <c>{"a": {"b": 1}}</c>, so an event that has both has a name twice.
/// Such names may fill one object together, but no two values may have the same path, and none may have a path that leads on to another.
/// Each element of an array is a place of its own. Paths are compared by a hash whose key nobody knows: a polynomial modulo 2^61 - 1.
/// </summary>
internal ref struct DottedNames
{
    private const ulong Modulus = (1UL << 61) - 1;

    private static readonly ulong Point = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) % (Modulus - 1_000) + 500;

    private readonly ReadOnlySpan<byte> _json;
    private readonly ValidationScratch _scratch;
    private ulong _scopes;

    private DottedNames(ReadOnlySpan<byte> json, ValidationScratch scratch)
    {
        _json = json;
        _scratch = scratch;
    }

    /// <summary>The place of a value whose path another has; -1 for none. The bytes are otherwise known to be an event.</summary>
    public static int FirstMeeting(ReadOnlySpan<byte> json, ValidationScratch scratch)
    {
        var paths = scratch.Paths;
        paths.Clear();
        var names = new DottedNames(json, scratch);
        names.Object(JsonSkip.Space(json, 0) + 1, ++names._scopes, isFirst: true);

        // Behind a value's place stands 0, so that sorting puts paths that only lead on before the value with the same path.
        paths.Sort();
        for (var i = 1; i < paths.Count; i++)
        {
            if (paths[i].Hash == paths[i - 1].Hash && paths[i].Place >= 0) return paths[i].Place;
        }

        return -1;
    }

    private int Object(int at, ulong path, bool isFirst)
    {
        while (true)
        {
            at = JsonSkip.Space(_json, at);
            if (_json[at] == (byte)'}') return at + 1;
            if (_json[at] == (byte)',') at = JsonSkip.Space(_json, at + 1);

            var start = at + 1;
            var end = JsonSkip.String(_json, start, out var isEscaped);
            var name = _json[start..end];
            if (isEscaped)
            {
                if (_scratch.Text.Length < name.Length) System.Array.Resize(ref _scratch.Text, name.Length * 2);
                name = _scratch.Text.AsSpan(0, JsonText.Unescape(name, _scratch.Text));
            }

            var own = isFirst ? path : Step(path, (byte)'.');
            foreach (var c in name)
            {
                if (c == (byte)'.') _scratch.Paths.Add((own, -1));
                own = Step(own, c);
            }

            at = JsonSkip.Space(_json, end + 1);
            at = JsonSkip.Space(_json, at + 1);
            if (_json[at] == (byte)'{')
            {
                if (_json[JsonSkip.Space(_json, at + 1)] != (byte)'}') _scratch.Paths.Add((own, -1));
                at = Object(at + 1, own, isFirst: false);
                continue;
            }

            _scratch.Paths.Add((own, start - 1));
            at = _json[at] == (byte)'[' ? Array(at + 1) : JsonSkip.Value(_json, at);
        }
    }

    private int Array(int at)
    {
        while (true)
        {
            at = JsonSkip.Space(_json, at);
            at = _json[at] switch
            {
                (byte)',' => at + 1,
                (byte)'{' => Object(at + 1, ++_scopes, isFirst: true),
                (byte)'[' => Array(at + 1),
                (byte)']' => -at - 1,
                _ => JsonSkip.Value(_json, at),
            };
            if (at < 0) return -at;
        }
    }

    // (path * Point + c + 1) modulo 2^61 - 1
    private static ulong Step(ulong path, byte c)
    {
        var high = Math.BigMul(path, Point, out var low);
        var sum = (low & Modulus) + (high << 3 | low >> 61) + c + 1;
        sum = (sum & Modulus) + (sum >> 61);
        return sum >= Modulus ? sum - Modulus : sum;
    }
}
