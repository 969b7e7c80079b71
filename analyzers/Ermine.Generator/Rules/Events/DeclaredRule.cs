using Ermine.Generator.Parsing;
using Ermine.Shared.Patterns;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Events;

/// <summary>The event rule of a function as it is written: what its pattern says, and where.</summary>
internal sealed class DeclaredRule
{
    private const string Trigger = "Ermine.EventRuleAttribute";

    private DeclaredRule(IMethodSymbol method, AttributeData attribute, string text) => (Method, Attribute, Text) = (method, attribute, text);

    public IMethodSymbol Method { get; }

    public AttributeData Attribute { get; }

    /// <summary>The pattern.</summary>
    public string Text { get; }

    /// <summary>The rule of a function; null where it has none, or leaves it to the app.</summary>
    public static DeclaredRule? Of(IMethodSymbol method) =>
        method.Attribute(Trigger) is { } attribute && attribute.FirstText() is { } text ? new DeclaredRule(method, attribute, text) : null;

    /// <summary>What the pattern means, or why it means nothing.</summary>
    public (PatternTree? Tree, PatternError? Error) Read() => PatternParser.Parse(Text);

    /// <summary>Where a part of the pattern stands; the whole of it where it is no literal.</summary>
    public Location Place(int start, int length, CancellationToken ct) => Attribute.LocationInFirst(start, length, ct) ?? Attribute.Location(Method, ct);
}
