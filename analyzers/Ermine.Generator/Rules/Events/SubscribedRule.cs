using Ermine.Shared.Patterns;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Events;

/// <summary>A rule as what it subscribes to.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Tree">Its pattern.</param>
/// <param name="Bus">The bus that it is of.</param>
internal sealed record SubscribedRule(DeclaredRule Rule, PatternTree Tree, string Bus)
{
    /// <summary>The function.</summary>
    public IMethodSymbol Function => Rule.Method;

    /// <summary>Equal for rules that ask for the same.</summary>
    public string Identity { get; } = $"{Bus} {string.Join(" | ", Tree.Branches.Select(Described).OrderBy(b => b, StringComparer.Ordinal))}";

    public static SubscribedRule? Of(DeclaredRule rule) => rule.Read().Tree is { } tree ? new SubscribedRule(rule, tree, rule.Attribute.Value("Bus") as string ?? "default") : null;

    /// <summary>Whether events of a type match: all of them (true), or, by what is in them, some (false); null where none does.</summary>
    public bool? Meets(TakenEvent taken)
    {
        if (taken.Bus != Bus) return null;

        var asked = Tree.Branches.Where(b => b.Fields.All(f => Admits(f, taken))).ToList();
        return asked.Count == 0 ? null : asked.Exists(b => b.Fields.All(f => f.Path is "source" or "detail-type"));
    }

    /// <summary>Whether a field allows events of a type, as far as its source and detail type say.</summary>
    private static bool Admits(PatternField field, TakenEvent taken) => field.Path switch
    {
        "source" => Holds(field, taken.Source),
        "detail-type" => Holds(field, taken.DetailType),
        _ => true,
    };

    private static bool Holds(PatternField field, string text) => field.Alternatives.Any(a => ExampleOperators.Holds(a, new JsonNode(JsonKind.String, 0, 0, text, [], [])));

    private static string Described(PatternBranch branch) => string.Join(" & ", branch.Fields
        .Select(f => $"{f.Path} = {string.Join(", ", f.Alternatives.Select(a => new PatternTree("", [new PatternBranch([new PatternField("", 0, 0, [a])])]).Describe()).OrderBy(a => a, StringComparer.Ordinal))}")
        .OrderBy(f => f, StringComparer.Ordinal));
}
