using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Which validation attributes a value bears, and what it is called.</summary>
internal static class ValidationAttributes
{
    public const string Namespace = "System.ComponentModel.DataAnnotations.";
    public const string Validation = Namespace + "ValidationAttribute";
    public const string Required = Namespace + "RequiredAttribute";
    private const string Display = Namespace + "DisplayAttribute";

    /// <summary>The attributes of a member, of those that it overrides, and of the parameter of a constructor by which it is set.</summary>
    public static IEnumerable<AttributeData> Of(params ISymbol?[] bearers)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var bearer in bearers.OfType<ISymbol>().SelectMany(WithOverridden))
        {
            // What is nearer takes the place of what is inherited, and what stands on both parameter and property is asked once.
            var own = bearer.GetAttributes().Deriving(Validation).Where(a => ContractParser.IsWhole(a) && a.AttributeClass!.TypeKind != TypeKind.Error).ToArray();
            foreach (var attribute in own.Where(a => !seen.Contains(a.AttributeClass!.Text()))) yield return attribute;
            seen.UnionWith(own.Select(a => a.AttributeClass!.Text()));
        }
    }

    /// <summary>The expression of the name for people, as the attributes of the base library use it: that of <c>[Display]</c>, else the name in C#.</summary>
    public static string DisplayOf(string name, IAssemblySymbol from, params ISymbol?[] bearers)
    {
        var display = bearers.OfType<ISymbol>().SelectMany(WithOverridden).Select(b => b.Attribute(Display)).FirstOrDefault(a => a is not null);
        if (display is null || !ContractParser.IsWhole(display) || !AttributeText.IsReachable(display, from)) return AttributeText.Primitive(name);
        if (display.NamedArguments.Any(a => a.Key == "ResourceType")) return $"{AttributeText.New(display)}.GetName()!";
        return display.NamedArguments.FirstOrDefault(a => a.Key == "Name").Value is { IsNull: false, Value: string text } ? AttributeText.Primitive(text) : AttributeText.Primitive(name);
    }

    /// <summary>Whether it is the base library's own attribute of that name, and not one that derives from it.</summary>
    public static bool IsStock(AttributeData attribute, string name) => attribute.AttributeClass is { } type && type.Name == name && type.Is(Namespace + name);

    private static IEnumerable<ISymbol> WithOverridden(ISymbol symbol)
    {
        for (var s = symbol; s is not null; s = (s as IPropertySymbol)?.OverriddenProperty) yield return s;
    }
}
