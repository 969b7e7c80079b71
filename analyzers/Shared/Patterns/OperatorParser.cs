using System.Globalization;
using System.Text;

namespace Ermine.Shared.Patterns;

/// <summary>Reads one alternative of a field: a value, or an object whose one name is an operator.</summary>
internal static class OperatorParser
{
    private const string All = "exactly, prefix, suffix, equals-ignore-case, wildcard, anything-but, numeric, cidr and exists";
    private const string LeastSize = "4.9e-324";
    private const string MostSize = "1.7976931348623157e308";

    /// <summary>Reads an alternative.</summary>
    /// <exception cref="PatternFault">It is none.</exception>
    public static PatternTest Parse(JsonNode node, string text) => node.Kind switch
    {
        JsonKind.String => Test(node, PatternOperator.Equal, [Value(node)]),
        JsonKind.Number => Test(node, PatternOperator.Number, [Value(node)]),
        JsonKind.True or JsonKind.False or JsonKind.Null => Test(node, PatternOperator.Literal, [Value(node)]),
        JsonKind.Object => MatchObject(node, text),
        _ => throw Fault(node, "An array stands among the alternatives of a field; list its values directly, as in [1, 2]."),
    };

    private static PatternTest MatchObject(JsonNode node, string text)
    {
        var (name, operand) = (Only(node, "a match object"), node.Members.Count > 0 ? node.Members[0].Value : null!);
        return name switch
        {
            "exactly" => Test(node, PatternOperator.Exactly, [Text(operand, name)]),
            "prefix" => Affix(node, operand, name, PatternOperator.Prefix, PatternOperator.PrefixIgnoreCase),
            "suffix" => Affix(node, operand, name, PatternOperator.Suffix, PatternOperator.SuffixIgnoreCase),
            "equals-ignore-case" => Test(node, PatternOperator.EqualsIgnoreCase, [Text(operand, name)]),
            "wildcard" => Test(node, PatternOperator.Wildcard, [Wildcard(operand, text)]),
            "anything-but" => AnythingBut(node, operand, text),
            "numeric" => Test(node, PatternOperator.Numeric, [], Range(operand)),
            "cidr" => Test(node, PatternOperator.Cidr, [], block: Block(operand)),
            "exists" => operand.Kind switch
            {
                JsonKind.True => Test(node, PatternOperator.Exists, []),
                JsonKind.False => Test(node, PatternOperator.Absent, []),
                _ => throw Fault(operand, $"exists takes true or false, not {operand.Article}."),
            },
            _ => throw new PatternFault(node.Members[0].Offset, node.Members[0].Length, $"'{name}' is no operator; there are {All}."),
        };
    }

    private static PatternTest Affix(JsonNode node, JsonNode operand, string name, PatternOperator plain, PatternOperator ignoringCase)
    {
        if (operand.Kind != JsonKind.Object) return Test(node, plain, [Text(operand, name)]);

        if (Only(operand, $"the object of {name}") != "equals-ignore-case")
        {
            throw new PatternFault(operand.Members[0].Offset, operand.Members[0].Length, $"'{operand.Members[0].Name}' does not go inside {name}; it takes a string, or {{\"equals-ignore-case\": \"x\"}}.");
        }

        return Test(node, ignoringCase, [Text(operand.Members[0].Value, "equals-ignore-case")]);
    }

    private static PatternTest AnythingBut(JsonNode node, JsonNode operand, string text)
    {
        if (operand.Kind != JsonKind.Object) return AnythingButValues(node, operand);

        var name = Only(operand, "the object of anything-but");
        var inner = operand.Members[0].Value;
        return name switch
        {
            "prefix" => Test(node, PatternOperator.NotPrefix, [.. Values(inner, name).Select(v => NotEmpty(v, name))]),
            "suffix" => Test(node, PatternOperator.NotSuffix, [.. Values(inner, name).Select(v => NotEmpty(v, name))]),
            "equals-ignore-case" => Test(node, PatternOperator.NotEqualsIgnoreCase, [.. Values(inner, name).Select(v => Text(v, name))]),
            "wildcard" => Test(node, PatternOperator.NotWildcard, [.. Values(inner, name).Select(v => Wildcard(v, text))]),
            _ => throw new PatternFault(operand.Members[0].Offset, operand.Members[0].Length, $"'{name}' does not go inside anything-but; prefix, suffix, equals-ignore-case and wildcard do, and strings or numbers."),
        };
    }

    private static IReadOnlyList<JsonNode> Values(JsonNode node, string name)
    {
        var values = node.Kind == JsonKind.Array ? node.Items : [node];
        return values.Count > 0 ? values : throw Fault(node, $"The list of anything-but {name} is empty; name at least one string.");
    }

    private static PatternTest AnythingButValues(JsonNode node, JsonNode operand)
    {
        var values = operand.Kind == JsonKind.Array ? operand.Items : [operand];
        if (values.Count == 0) throw Fault(operand, "The list of anything-but is empty; name at least one string or number, or use {\"exists\": true}.");

        foreach (var value in values)
        {
            if (value.Kind is not (JsonKind.String or JsonKind.Number)) throw Fault(value, $"anything-but takes strings or numbers, not {value.Article}.");
            if (value.Kind != values[0].Kind) throw Fault(value, $"anything-but takes either strings or numbers, and this list has {values[0].Article} and {value.Article}; use one alternative for each kind.");
        }

        return values[0].Kind == JsonKind.String
            ? Test(node, PatternOperator.NotText, [.. values.Select(Value)])
            : Test(node, PatternOperator.NotNumber, [.. values.Select(v => Operand(v, "anything-but"))]);
    }

    private static PatternRange Range(JsonNode operand)
    {
        if (operand.Kind != JsonKind.Array) throw Fault(operand, $"numeric takes an array such as [\">\", 0, \"<=\", 5], not {operand.Article}.");

        var items = operand.Items;
        var sign = items.Count > 0 ? Sign(items[0], "=, <, <=, > or >=", "=", "<", "<=", ">", ">=") : throw Fault(operand, "The array of numeric is empty; write a sign and a number, such as [\">\", 0].");
        if (items.Count == 1) throw Fault(items[0], $"The sign '{sign}' has no number behind it; write [\"{sign}\", 0] with yours.");

        var number = Operand(items[1], $"numeric '{sign}'").Text;
        if (items.Count == 2)
        {
            return sign switch
            {
                "=" => new PatternRange(number, true, number, true),
                "<" or "<=" => new PatternRange(null, false, number, sign == "<="),
                _ => new PatternRange(number, sign == ">=", null, false),
            };
        }

        if (sign == "=") throw Fault(items[2], "'=' stands alone: the array ends behind its number.");
        if (sign[0] == '<') throw Fault(items[0], $"A range opens with its lower bound, > or >=, not with '{sign}'; write [\">\", low, \"{sign}\", {number}].");

        var second = Sign(items[2], "< or <=", "<", "<=");
        if (items.Count == 3) throw Fault(items[2], $"The sign '{second}' has no number behind it; write the upper bound there.");

        var high = Operand(items[3], $"numeric '{second}'").Text;
        if (items.Count > 4) throw Fault(items[4], "A range has two bounds: the array ends behind the second number.");
        if (Decimal(number).CompareTo(Decimal(high)) >= 0) throw Fault(items[3], $"No number is above {number} and below {high}; the lower bound must be less than the upper one, and a single value is written [\"=\", {number}].");

        return new PatternRange(number, sign == ">=", high, second == "<=");
    }

    private static string Sign(JsonNode node, string allowed, params string[] signs) =>
        node.Kind == JsonKind.String && signs.Contains(node.Text, StringComparer.Ordinal) ? node.Text
        : throw Fault(node, $"{(node.Kind == JsonKind.String ? $"'{node.Text}'" : node.Article)} stands where numeric has the sign {allowed}.");

    private static AddressBlock Block(JsonNode operand)
    {
        if (operand.Kind != JsonKind.String) throw Fault(operand, $"cidr takes a string such as \"10.0.0.0/8\", not {operand.Article}.");

        var parts = operand.Text.Split('/');
        if (parts.Length != 2) throw Fault(operand, $"'{operand.Text}' is no block of addresses: it has an address, one '/' and a number of bits, as in 10.0.0.0/8.");
        if (!Address.TryParse(Encoding.UTF8.GetBytes(parts[0]), out var address)) throw Fault(operand, $"'{parts[0]}' is no IP address; write four numbers up to 255, or eight groups of hexadecimal digits.");

        var most = address.IsV6 ? 127 : 31;
        var isNumber = int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bits);
        if (!isNumber || bits < 0 || bits > most) throw Fault(operand, $"'/{parts[1]}' is no length of a block: an address of version {(address.IsV6 ? 6 : 4)} has /0 to /{most}; a single address is written as a string, without cidr.");

        return new AddressBlock(address, bits);
    }

    private static PatternValue Wildcard(JsonNode node, string text)
    {
        var value = Text(node, "wildcard");
        for (var i = 0; i < value.Text.Length; i++)
        {
            var next = i + 1 < value.Text.Length ? value.Text[i + 1] : '\0';
            switch (value.Text[i])
            {
                case '*' when next == '*':
                    throw Inside(node, text, i, 2, "'**' stands for the same as '*'; write one.");
                case '\\' when next is '*' or '\\':
                    i++;
                    break;
                case '\\':
                    throw Inside(node, text, i, 1, "A backslash of wildcard stands before '*' or another backslash only; write \\\\\\\\ in JSON for the character itself.");
            }
        }

        return value;
    }

    private static string Only(JsonNode node, string what) => node.Members.Count switch
    {
        1 => node.Members[0].Name,
        0 => throw Fault(node, $"The object is empty; {what} has one operator as its name."),
        _ => throw new PatternFault(node.Members[1].Offset, node.Members[1].Length, $"'{node.Members[1].Name}' stands beside '{node.Members[0].Name}'; {what} has one name. Write two objects for either, two fields for both."),
    };

    private static PatternValue Text(JsonNode node, string name) =>
        node.Kind == JsonKind.String ? Value(node) : throw Fault(node, $"{name} takes a string, not {node.Article}.");

    private static PatternValue NotEmpty(JsonNode node, string name) =>
        Text(node, name) is { Text.Length: > 0 } value ? value : throw Fault(node, $"Every string has the {name} \"\", so that anything-but would never hold; name at least one character.");

    private static PatternValue Operand(JsonNode node, string name)
    {
        if (node.Kind != JsonKind.Number) throw Fault(node, $"{name} takes a number, not {node.Article}.");

        var size = Decimal(node.Text.TrimStart('-'));
        return size.IsZero || (size.CompareTo(Decimal(LeastSize)) >= 0 && size.CompareTo(Decimal(MostSize)) <= 0) ? Value(node)
            : throw Fault(node, $"{node.Text} cannot be compared with: numbers have the size of a double, from {LeastSize} to {MostSize}.");
    }

    private static DecimalView Decimal(string text) => new(Encoding.ASCII.GetBytes(text));

    private static PatternValue Value(JsonNode node) => new(node.Text, node.Offset, node.Length);

    private static PatternTest Test(JsonNode node, PatternOperator name, IReadOnlyList<PatternValue> values, PatternRange? range = null, AddressBlock? block = null) =>
        new(name, node.Offset, node.Length, values, range, block);

    private static PatternFault Fault(JsonNode node, string message) => new(node.Offset, node.Length, message);

    // The place in the pattern of characters of a string, which may stand there as escapes.
    private static PatternFault Inside(JsonNode node, string text, int index, int count, string message)
    {
        var starts = new List<int>();
        for (var at = node.Offset + 1; at < node.Offset + node.Length;)
        {
            starts.Add(at);
            at += text[at] != '\\' ? 1 : text[at + 1] == 'u' ? 6 : 2;
        }

        return new PatternFault(starts[index], starts[index + count] - starts[index], message);
    }
}
