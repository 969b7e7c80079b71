namespace Ermine.Shared.Patterns;

/// <summary>
/// Reads an event pattern. It runs in the compiler and in the app, so that both refuse the same patterns with the same words.
/// The language is the one of EventBridge's patterns; docs/events.md says where it differs.
/// </summary>
internal static class PatternParser
{
    /// <summary>The most fields of one branch.</summary>
    public const int MaxFields = 256;

    /// <summary>The most branches that every "$or" together may be multiplied out to.</summary>
    public const int MaxBranches = 1_000;

    private const string Or = "$or";

    /// <summary>Names that a branch of "$or" may not have as fields: a match object there was surely meant for a field of its own.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "exactly", "prefix", "suffix", "equals-ignore-case", "wildcard", "anything-but", "numeric", "cidr", "exists", "=", "<", "<=", ">", ">=",
        "regex", "not-wildcard", "not-equals-ignore-case", "date-after", "date-on-or-after", "date-before", "date-on-or-before", "in-date-range",
        "ip-address-in-range", "ip-address-not-in-range",
    };

    /// <summary>Reads a pattern: the tree, or why there is none.</summary>
    public static (PatternTree? Tree, PatternError? Error) Parse(string text)
    {
        JsonNode root;
        try
        {
            root = new JsonParser(text).Read();
            if (root.Kind != JsonKind.Object) return (null, new PatternError(root.Offset, root.Length, $"A pattern is an object whose names are fields, not {root.Article}; write {{\"source\": [\"shop\"]}}."));
        }
        catch (PatternFault fault)
        {
            return (null, fault.Error); // the one way out of a parser that is many calls deep
        }

        var (tree, error) = Compile(root, text, hasOr: true);
        if (tree is not null || !HasOr(root)) return (tree, error);

        // Where "$or" is no list of branches it is a field like any other, as it was before the language had it; what is wrong is said of the list.
        var (plain, _) = Compile(root, text, hasOr: false);
        return plain is null ? (null, error) : (plain, null);
    }

    private static (PatternTree? Tree, PatternError? Error) Compile(JsonNode root, string text, bool hasOr)
    {
        try
        {
            var branches = Fields(root, null, [new(StringComparer.Ordinal)], text, hasOr, isInOr: false);
            return (new PatternTree(text, [.. branches.Select(b => new PatternBranch([.. b.Values]))]), null);
        }
        catch (PatternFault fault)
        {
            return (null, fault.Error); // as above
        }
    }

    private static List<Dictionary<string, PatternField>> Fields(JsonNode node, string? path, List<Dictionary<string, PatternField>> branches, string text, bool hasOr, bool isInOr)
    {
        if (node.Members.Count == 0) throw new PatternFault(node.Offset, node.Length, "The object is empty; it names at least one field, and a pattern for every event is {\"source\": [{\"exists\": true}]}.");

        foreach (var member in node.Members)
        {
            if (hasOr && member.Name == Or)
            {
                branches = Either(member, path, branches, text);
                continue;
            }

            if (isInOr && Reserved.Contains(member.Name)) throw new PatternFault(member.Offset, member.Length, $"'{member.Name}' is reserved within $or, whose objects name fields; write {{\"field\": [{{\"{member.Name}\": ..}}]}}.");

            var name = path is null ? member.Name : path + "." + member.Name;
            branches = member.Value.Kind switch
            {
                JsonKind.Object => Fields(member.Value, name, branches, text, hasOr, isInOr),
                JsonKind.Array => Leaf(member, name, branches, text),
                _ => throw new PatternFault(member.Value.Offset, member.Value.Length, $"'{name}' has {member.Value.Article}, and a field has an array of alternatives; write [{text.Substring(member.Value.Offset, member.Value.Length)}]."),
            };
        }

        return branches;
    }

    private static List<Dictionary<string, PatternField>> Leaf(JsonMember member, string path, List<Dictionary<string, PatternField>> branches, string text)
    {
        if (member.Value.Items.Count == 0) throw new PatternFault(member.Value.Offset, member.Value.Length, $"The alternatives of '{path}' are empty, so that it would never match; name at least one.");

        var field = new PatternField(path, member.Offset, member.Length, [.. member.Value.Items.Select(i => OperatorParser.Parse(i, text))]);
        foreach (var branch in branches)
        {
            branch[path] = field; // the last of several wins
            if (branch.Count > MaxFields) throw new PatternFault(member.Offset, member.Length, $"'{path}' is one field too many: a pattern has at most {MaxFields}; split it into several rules.");
        }

        return branches;
    }

    private static List<Dictionary<string, PatternField>> Either(JsonMember member, string? path, List<Dictionary<string, PatternField>> branches, string text)
    {
        var list = member.Value;
        if (list.Kind != JsonKind.Array) throw new PatternFault(list.Offset, list.Length, $"$or has {list.Article}, and takes an array of at least two objects.");

        var all = new List<Dictionary<string, PatternField>>();
        foreach (var item in list.Items)
        {
            if (item.Kind != JsonKind.Object) throw new PatternFault(item.Offset, item.Length, $"{item.Article} stands in $or, which takes objects that name fields.");

            all.AddRange(Fields(item, path, [.. branches.Select(b => new Dictionary<string, PatternField>(b, StringComparer.Ordinal))], text, hasOr: true, isInOr: true));
            if (all.Count > MaxBranches) throw new PatternFault(item.Offset, item.Length, $"The branches of $or multiply to more than {MaxBranches}; split the pattern into several rules.");
        }

        return list.Items.Count >= 2 ? all : throw new PatternFault(list.Offset, list.Length, "$or takes at least two objects; write the fields of one beside the others.");
    }

    private static bool HasOr(JsonNode node) => node.Members.Any(m => m.Name == Or || HasOr(m.Value)) || node.Items.Any(HasOr);
}
