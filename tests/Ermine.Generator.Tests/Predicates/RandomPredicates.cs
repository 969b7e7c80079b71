using System.Globalization;

namespace Ermine.Generator.Tests.Predicates;

/// <summary>Random predicates over the members of <see cref="PredicateShop"/>, few values, so that they meet the events' often. Some cannot become patterns.</summary>
internal sealed class RandomPredicates(Random random)
{
    private static readonly string[] Texts = ["\"\"", "\"a\"", "\"ab\"", "\"aba\"", "\"A\"", "\"b*\"", "\"é\"", "\"10.0.0.1\"", "\"x\\\\y\"", "PredicateShop.Ab"];
    private static readonly string[] TextMembers = ["o.Name", "o.Nick", "o.Customer.City", "o.Customer.Name", "o.Customer.Address?.Street", "o.Renamed"];
    private static readonly string[] NumberSigns = ["==", "!=", "<", "<=", ">", ">="];

    public string Next(int depth) => depth == 0 ? Leaf() : random.Next(6) switch
    {
        0 or 1 => $"({Next(depth - 1)} && {Next(depth - 1)})",
        2 or 3 => $"({Next(depth - 1)} || {Next(depth - 1)})",
        4 => $"!({Next(depth - 1)})",
        _ => Leaf(),
    };

    private string Leaf() => random.Next(14) switch
    {
        0 => $"{One("o.Total", "PredicateShop.Least")} {One(NumberSigns)} {One("1m", "2.50m", "o.Total", "100")}",
        1 => $"{One("o.Count", "o.Age", "o.Big", "o.Customer.Address?.Zip")} {One(NumberSigns)} {One("0", "1", "2", "-1", "PredicateShop.Two")}",
        2 => $"{One("o.Ratio")} {One(NumberSigns)} {One("0.1", "1", "1e20", "-0.5")}",
        3 => $"{One(TextMembers)} {One("==", "!=")} {One(Texts)}",
        4 => TextCall(),
        5 => $"{One("o.Paid", "!o.Paid", "o.Vip == true", "o.Vip != true", "(o.Vip ?? true)", "o.Vip is false", "o.Vip == null", "o.Paid is not true", "o.Vip.HasValue")}",
        6 => $"o.State {One("==", "!=", ">", "<=")} State.{One("Open", "Closed", "Lost")}",
        7 => $"{One("o.Mood", "o.Tone")} {One("== Mood.Good", "!= Mood.Bad", "is Mood.Good or Mood.Odd", "is not (Mood.Good or Mood.Bad)")}",
        8 => $"{One("o.Nick", "o.Age", "o.Customer.Address", "o.Customer.City", "o.Customer.Address?.Street", "o.Customer", "o.Since")} {One("== null", "!= null", "is null", "is not null")}",
        9 => $"{One("o.Count", "o.Age", "o.Total")} is {NumberPattern(2)}",
        10 => $"{One("o.Name", "o.Nick", "o.Customer.City")} is {TextPattern(2)}",
        11 => $"o {One("is", "is", "is not")} {{ {One("Total: > 1", "Customer.Name: \"a\"", "Nick: null", "Nick: not null")}, {One("Count: 0 or 1", "Customer: { City: \"a\" or null }", "Customer: { Address: { Zip: > 1 } }", "Customer.Address: null", "Customer.Address: not { Street: \"a\" }", "Paid: true")} }}",
        12 => $"{One("o.Tags.Contains(\"a\")", "o.Tags.Contains(\"ab\")", "o.Codes.Contains(1)", "o.Codes.Contains(2)", "o.Moods.Contains(Mood.Odd)", "PredicateShop.Known.Contains(o.Nick)", "PredicateShop.Known.Contains(o.Name)", "new[] { 1, 2 }.Contains(o.Count)", "string.IsNullOrEmpty(o.Nick)")}",
        _ => $"o.Letter {One("==", "!=")} {One("'a'", "'*'")}",
    };

    private string TextCall()
    {
        var member = One("o.Name", "o.Nick", "o.Customer.City", "o.Customer.Name");
        var call = random.Next(7) switch
        {
            0 => $"StartsWith({One(Texts)}, StringComparison.Ordinal)",
            1 => $"EndsWith({One(Texts)}, StringComparison.Ordinal)",
            2 => $"{One("StartsWith", "EndsWith", "Equals")}({One("\"A\"", "\"ab\"")}, StringComparison.OrdinalIgnoreCase)",
            3 => $"Contains({One("\"b\"", "\"*\"", "'a'", "\"\"")})",
            4 => $"StartsWith({One("'a'", "'A'")})",
            5 => $"Equals({One(Texts)})",
            _ => $"EndsWith('{One("a", "b")}')",
        };
        return random.Next(4) switch
        {
            0 => $"string.Equals({member}, {One("\"A\"", "\"aba\"")}, StringComparison.{One("Ordinal", "OrdinalIgnoreCase")})",
            1 => $"{member}?.{call} == {One("true", "false")}",
            2 => $"({member}?.{call} ?? {One("true", "false")})",
            _ => $"{member}.{call}",
        };
    }

    private string NumberPattern(int depth) => depth == 0 ? $"{One("", "> ", "<= ", ">= ")}{random.Next(-1, 4).ToString(CultureInfo.InvariantCulture)}" : random.Next(4) switch
    {
        0 => $"({NumberPattern(depth - 1)} or {NumberPattern(depth - 1)})",
        1 => $"({NumberPattern(depth - 1)} and {NumberPattern(depth - 1)})",
        2 => $"not ({NumberPattern(depth - 1)})",
        _ => NumberPattern(0),
    };

    private string TextPattern(int depth) => depth == 0 ? One("\"\"", "\"a\"", "\"ab\"", "\"A\"", "null") : random.Next(4) switch
    {
        0 or 1 => $"({TextPattern(depth - 1)} or {TextPattern(depth - 1)})",
        2 => $"not ({TextPattern(depth - 1)})",
        _ => TextPattern(0),
    };

    private string One(params string[] of) => of[random.Next(of.Length)];
}
