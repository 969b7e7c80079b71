using Ermine.Generator.Parsing;
using Ermine.Shared.Patterns;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Events;

/// <summary>The event rule of a function as it is written: what its pattern says, and where.</summary>
internal sealed class DeclaredRule
{
    private const string Trigger = "Ermine.EventRuleAttribute";

    private DeclaredRule(IMethodSymbol method, AttributeData attribute, string text, bool isLiteral) => (Method, Attribute, Text, IsLiteral) = (method, attribute, text, isLiteral);

    public IMethodSymbol Method { get; }

    public AttributeData Attribute { get; }

    /// <summary>The pattern: as it is written, or what the predicate says that is named.</summary>
    public string Text { get; }

    /// <summary>Whether the pattern itself is written, so that a part of it has a place.</summary>
    public bool IsLiteral { get; }

    /// <summary>The rules of a function; none where it leaves them to the app.</summary>
    public static IEnumerable<DeclaredRule> AllOf(IMethodSymbol method, CancellationToken ct)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass.Is(Trigger) && attribute.FirstText() is { } text) yield return new DeclaredRule(method, attribute, text, isLiteral: true);
            else if (PredicateParser.IsOf(attribute) && ContractParser.IsWhole(attribute) && PredicateParser.Pattern(method, attribute, [], [], ct) is { Length: > 0 } pattern) yield return new DeclaredRule(method, attribute, pattern, isLiteral: false);
        }
    }

    /// <summary>What the pattern means, or why it means nothing.</summary>
    public (PatternTree? Tree, PatternError? Error) Read() => PatternParser.Parse(Text);

    /// <summary>Where a part of the pattern stands; the whole of it where it is no literal.</summary>
    public Location Place(int start, int length, CancellationToken ct) => (IsLiteral ? Attribute.LocationInFirst(start, length, ct) : Attribute.LocationOfFirst(ct)) ?? Attribute.Location(Method, ct);
}
