using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ermine.Tests.Events.Oracle;

/// <summary>The operators, each by the simplest means that the base library has.</summary>
internal static class NaiveOperators
{
    public static bool Holds(JsonElement alternative, JsonElement value) => alternative.ValueKind switch
    {
        JsonValueKind.String => IsText(value) && (Ip(alternative.GetString()!) is { } ip ? ip.Equals(Ip(value.GetString()!)) : alternative.GetString() == value.GetString()),
        JsonValueKind.Number => value.ValueKind == JsonValueKind.Number && IsSameNumber(alternative.GetRawText(), value.GetRawText()),
        JsonValueKind.Object => Holds(alternative.EnumerateObject().Single(), value),
        _ => alternative.ValueKind == value.ValueKind,
    };

    private static bool Holds(JsonProperty match, JsonElement value) => (match.Name, match.Value.ValueKind) switch
    {
        ("exists", var kind) => kind == JsonValueKind.True,
        ("numeric", _) => value.ValueKind == JsonValueKind.Number && IsInRange(match.Value, Decimal(value.GetRawText())),
        ("anything-but", JsonValueKind.Object) => match.Value.EnumerateObject().Single() is var inner && !(IsText(value) && List(inner.Value).Any(v => Text(inner.Name, v, value.GetString()!))),
        ("anything-but", _) => !List(match.Value).Any(v => v.ValueKind == value.ValueKind && (IsText(v) ? v.GetString() == value.GetString() : Compare(Decimal(v.GetRawText()), Decimal(value.GetRawText())) == 0)),
        (var name, JsonValueKind.Object) => IsText(value) && AffixIgnoringCase(name, match.Value.EnumerateObject().Single().Value.GetString()!, value.GetString()!),
        var (name, _) => IsText(value) && Text(name, match.Value, value.GetString()!),
    };

    private static bool Text(string name, JsonElement operand, string value) => (name, operand.GetString()!) switch
    {
        ("exactly", var text) => value == text,
        ("prefix", var text) => value.StartsWith(text, StringComparison.Ordinal),
        ("suffix", var text) => value.EndsWith(text, StringComparison.Ordinal),
        ("equals-ignore-case", var text) => Rests(text, value).Contains(""),
        ("wildcard", var text) => Wildcard(text, value),
        ("cidr", var text) => Ip(value) is { } ip && IsInside(text, ip),
        _ => throw new ArgumentException(name),
    };

    private static bool AffixIgnoringCase(string name, string text, string value) =>
        name == "prefix" ? Rests(text, value).Any() : Enumerable.Range(0, value.Length + 1).Any(from => Rests(text, value[from..]).Contains(""));

    // What may be left of a value behind the text, in whatever case its units stand.
    private static IEnumerable<string> Rests(string text, string value) => text.Length == 0 ? [value]
        : new[] { Lower(text[0]), Upper(text[0]) }.Distinct().Where(form => value.StartsWith(form, StringComparison.Ordinal)).SelectMany(form => Rests(text[1..], value[form.Length..]));

    private static string Lower(char c) => c.ToString().ToLowerInvariant();

    private static string Upper(char c) => c == 'ß' ? "SS" : c.ToString().ToUpperInvariant();

    private static bool Wildcard(string text, string value) => text switch
    {
        [] => value.Length == 0,
        ['*', .. var rest] => Enumerable.Range(0, value.Length + 1).Any(from => Wildcard(rest, value[from..])),
        ['\\', var c, .. var rest] => value.Length > 0 && value[0] == c && Wildcard(rest, value[1..]),
        [var c, .. var rest] => value.Length > 0 && value[0] == c && Wildcard(rest, value[1..]),
    };

    private static IPAddress? Ip(string text)
    {
        var isV4 = Regex.IsMatch(text, @"^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+\z") && text.Length <= 15;
        if (isV4)
        {
            var parts = text.Split('.').Select(p => BigInteger.Parse(p, CultureInfo.InvariantCulture)).ToArray();
            return parts.All(p => p <= 255) ? new IPAddress([.. parts.Select(p => (byte)p)]) : null;
        }

        // The base library takes no group of more than four digits.
        var short6 = Regex.Replace(text, @"(?<=^|:)0+(?=[0-9a-fA-F])", "");
        if (!Regex.IsMatch(text, @"^[0-9a-fA-F:]*:[0-9a-fA-F:]*\z") || !IPAddress.TryParse(short6, out var address)) return null;
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }

    private static bool IsInside(string block, IPAddress address)
    {
        var (start, bits) = (Ip(block.Split('/')[0])!.GetAddressBytes(), int.Parse(block.Split('/')[1], CultureInfo.InvariantCulture));
        var bytes = address.GetAddressBytes();
        return bytes.Length == start.Length && Enumerable.Range(0, bits).All(b => (bytes[b / 8] >> (7 - b % 8) & 1) == (start[b / 8] >> (7 - b % 8) & 1));
    }

    private static bool IsInRange(JsonElement range, (BigInteger Digits, int Exponent) value)
    {
        var items = range.EnumerateArray().ToArray();
        for (var i = 0; i < items.Length; i += 2)
        {
            var order = Compare(value, Decimal(items[i + 1].GetRawText()));
            var holds = items[i].GetString() switch { "=" => order == 0, "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
            if (!holds) return false;
        }

        return true;
    }

    private static bool IsSameNumber(string a, string b) => a == b || (Compare(Decimal(a), Decimal(b)) == 0 && Compare(Decimal(a), Decimal(double.Parse(a, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture))) == 0);

    private static (BigInteger Digits, int Exponent) Decimal(string text)
    {
        var match = Regex.Match(text, @"^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?\z");
        var digits = BigInteger.Parse(match.Groups[2].Value + match.Groups[3].Value, CultureInfo.InvariantCulture);
        var exponent = match.Groups[4].Success ? int.Parse(match.Groups[4].Value, CultureInfo.InvariantCulture) : 0;
        return (match.Groups[1].Length > 0 ? -digits : digits, exponent - match.Groups[3].Length);
    }

    private static int Compare((BigInteger Digits, int Exponent) a, (BigInteger Digits, int Exponent) b)
    {
        var least = Math.Min(a.Exponent, b.Exponent);
        return (a.Digits * BigInteger.Pow(10, a.Exponent - least)).CompareTo(b.Digits * BigInteger.Pow(10, b.Exponent - least));
    }

    private static JsonElement[] List(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;
}
