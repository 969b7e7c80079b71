using System.Globalization;
using System.Text.Json;

namespace Ermine.Tests.Events.Oracle;

/// <summary>Random patterns and events over few names and values, so that they meet often.</summary>
/// <param name="random">Where everything random comes from.</param>
/// <param name="isDense">Whether names, values and operators are fewest, and arrays of objects most.</param>
internal sealed class RandomCases(Random random, bool isDense)
{
    private static readonly string[] AllNames = ["a", "b", "c", "a.b", "b.c", "x", ""];
    private static readonly string[] FewNames = ["a", "b", "c"];
    private static readonly string[] Texts = ["", "a", "ab", "abc", "A", "aB", "ABC", "b", "a*c", "a\\b", "ß", "SS", "é", "É", "10.0.0.1", "010.0.0.1", "10.0.0.2", "::ffff:a00:1", "2001:DB8::1", "2001:db8:0:0::1", "1", "true", "null", "日本", "😀", "x\ny", "\"q\""];
    private static readonly string[] Numbers = ["0", "-0", "1", "1.0", "1e0", "10e-1", "-1", "2", "2.5", "0.1", "0.10000000000000001", "0.3", "100", "1E2", "9007199254740993", "9007199254740993.0", "123456789012345678901234567890", "1e400", "-1e-400"];
    private static readonly string[] Operands = ["0", "1", "1.0", "-1", "2.5", "0.1", "0.10000000000000001", "100", "9007199254740993", "1e-300"];
    private static readonly string[] Blocks = ["10.0.0.0/8", "10.0.0.0/31", "10.0.0.3/30", "0.0.0.0/0", "2001:db8::/32", "2001:db8::1/127", "::/0"];
    private static readonly string[] Wildcards = ["*", "a*", "*a", "a*c", "*b*", "a\\\\*", "a\\**", "", "*a*b*c*", "ab", "😀*"];

    private readonly string[] _names = isDense ? FewNames : AllNames;

    public string Event() => Object(isDense ? 5 : 3);

    public string Pattern() => Rule(isDense ? 1 : 2, isDense ? 4 : 3, isInOr: false);

    private string Object(int depth)
    {
        var names = Pick(_names, random.Next(isDense ? 1 : 0, 5));
        return $"{{{string.Join(random.Next(4) == 0 ? " , " : ",", names.Select(n => $"{Quoted(n)}:{Value(depth - 1)}"))}}}";
    }

    private string Value(int depth) => isDense && random.Next(depth > 0 ? 3 : 1) == 0 ? One("\"x\"", "\"y\"") : random.Next(depth > 0 ? 10 : 5) switch
    {
        _ when isDense && depth > 0 && random.Next(2) == 0 => $"[{string.Join(",", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Object(depth - 1)))}]",
        0 or 1 or 2 => Quoted(One(Texts)),
        3 => One(Numbers),
        4 => One("true", "false", "null"),
        5 or 6 => Object(depth),
        _ => $"[{string.Join(",", Enumerable.Range(0, random.Next(0, 4)).Select(_ => Value(depth - 1)))}]",
    };

    private string Rule(int depth, int most, bool isInOr)
    {
        var members = Pick(_names, random.Next(1, most + 1)).Select(n => $"{Quoted(n)}:{(depth > 0 && random.Next(3) > 0 ? Rule(depth - 1, 2, isInOr) : Leaf())}").ToList();
        if (depth > 0 && random.Next(5) == 0) members.Insert(random.Next(members.Count + 1), $"\"$or\":[{string.Join(",", Enumerable.Range(0, random.Next(2, 4)).Select(_ => Rule(depth - 1, 2, isInOr: true)))}]");
        return $"{{{string.Join(",", members)}}}";
    }

    private string Leaf() => $"[{string.Join(",", Enumerable.Range(0, random.Next(5) == 0 ? random.Next(1, 14) : random.Next(1, 3)).Select(_ => Alternative()))}]";

    private string Alternative() => isDense ? One("\"x\"", "\"y\"", "{\"exists\":true}", "{\"exists\":false}", "{\"anything-but\":\"x\"}") : random.Next(19) switch
    {
        0 or 1 or 2 => Quoted(One(Texts)),
        3 => One(Numbers),
        4 => One("true", "false", "null"),
        5 => $"{{\"exactly\":{Quoted(One(Texts))}}}",
        6 => $"{{\"prefix\":{Quoted(One(Texts))}}}",
        7 => $"{{\"suffix\":{Quoted(One(Texts))}}}",
        8 => $"{{\"{One("prefix", "suffix")}\":{{\"equals-ignore-case\":{Quoted(One(Texts))}}}}}",
        9 => $"{{\"equals-ignore-case\":{Quoted(One(Texts))}}}",
        10 => $"{{\"wildcard\":{Quoted(One(Wildcards))}}}",
        11 => $"{{\"anything-but\":{ListOf(() => Quoted(One(Texts)))}}}",
        12 => $"{{\"anything-but\":{ListOf(() => One(Operands))}}}",
        13 => $"{{\"anything-but\":{{\"{One("prefix", "suffix")}\":{ListOf(() => Quoted(One([.. Texts.Where(t => t.Length > 0)])))}}}}}",
        14 => $"{{\"anything-but\":{{\"equals-ignore-case\":{ListOf(() => Quoted(One(Texts)))}}}}}",
        15 => $"{{\"anything-but\":{{\"wildcard\":{ListOf(() => Quoted(One(Wildcards)))}}}}}",
        16 => $"{{\"numeric\":{Range()}}}",
        17 => $"{{\"cidr\":\"{One(Blocks)}\"}}",
        _ => $"{{\"exists\":{One("true", "false", "false")}}}",
    };

    private string Range()
    {
        var ordered = Operands.OrderBy(o => double.Parse(o, CultureInfo.InvariantCulture)).ToArray();
        var low = random.Next(0, 5);
        return random.Next(3) switch
        {
            0 => $"[\"{One("=", "<", "<=", ">", ">=")}\",{One(Operands)}]",
            _ => $"[\"{One(">", ">=")}\",{ordered[low]},\"{One("<", "<=")}\",{ordered[random.Next(7, ordered.Length)]}]",
        };
    }

    private string ListOf(Func<string> item) => random.Next(2) == 0 ? item() : $"[{string.Join(",", Enumerable.Range(0, random.Next(8) == 0 ? 12 : random.Next(1, 3)).Select(_ => item()))}]";

    private string Quoted(string text)
    {
        var plain = JsonSerializer.Serialize(text, Relaxed);
        return text.Length > 0 && !char.IsSurrogate(text[0]) && random.Next(6) == 0 ? $"\"\\u{(int)text[0]:x4}{plain[(plain[1] == '\\' ? 3 : 2)..]}" : plain;
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string One(params string[] of) => of[random.Next(of.Length)];

    private IEnumerable<string> Pick(string[] of, int count) => Enumerable.Range(0, count).Select(_ => One(of)).Distinct();
}
