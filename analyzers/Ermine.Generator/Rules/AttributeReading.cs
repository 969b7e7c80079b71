using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.Generator.Rules;

/// <summary>What rules ask of attributes as they stand in source; each answer allows for half-typed code.</summary>
internal static class AttributeReading
{
    /// <summary>The first attribute of a class, or of one that derives from it.</summary>
    public static AttributeData? Derived(this ISymbol symbol, string fullName) => symbol.GetAttributes().Deriving(fullName).FirstOrDefault();

    /// <summary>The text that the attribute's constructor takes first; null where there is none.</summary>
    public static string? FirstText(this AttributeData attribute) =>
        attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    /// <summary>The value a property of the attribute has: as written, else as its <c>[DefaultValue]</c> states it, else null.</summary>
    /// <remarks>What an initializer assigns is not in metadata, and a rule cannot run the attribute; a test holds each
    /// <c>[DefaultValue]</c> of Ermine's attributes to its initializer.</remarks>
    public static object? Value(this AttributeData attribute, string property)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == property) return argument.Value is { Kind: TypedConstantKind.Primitive } constant ? constant.Value : null;
        }

        var stated = attribute.Property(property)?.Attribute("System.ComponentModel.DefaultValueAttribute");
        return stated?.ConstructorArguments is { Length: 1 } values && values[0].Kind == TypedConstantKind.Primitive ? values[0].Value : null;
    }

    public static IPropertySymbol? Property(this AttributeData attribute, string name)
    {
        for (ITypeSymbol? type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property) return property;
        }

        return null;
    }

    /// <summary>The range that <c>[Limit]</c> on the property states, both ends included.</summary>
    public static (double Min, double Max)? Range(this IPropertySymbol property) =>
        property.Attribute("Ermine.LimitAttribute")?.ConstructorArguments is { Length: 2 } ends && ends[0].Value is double min && ends[1].Value is double max ? (min, max) : null;

    public static Location Location(this AttributeData attribute, ISymbol bearer, CancellationToken ct) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(ct).GetLocation() ?? bearer.Place();

    /// <summary>Where a property of the attribute is assigned; null where it is not.</summary>
    public static Location? LocationOf(this AttributeData attribute, string property, CancellationToken ct) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax(ct) as AttributeSyntax)?.ArgumentList?.Arguments
            .FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == property)?.GetLocation();

    /// <summary>Where a part of the text that a property of the attribute is assigned stands; the whole expression where it is no literal; null where there is none.</summary>
    public static Location? LocationIn(this AttributeData attribute, string property, int start, int length, CancellationToken ct)
    {
        var argument = (attribute.ApplicationSyntaxReference?.GetSyntax(ct) as AttributeSyntax)?.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == property);
        return LiteralText.Place(argument?.Expression, start, length) ?? argument?.Expression.GetLocation();
    }

    /// <summary>Where the constructor's first argument stands; null where there is none.</summary>
    public static Location? LocationOfFirst(this AttributeData attribute, CancellationToken ct) => attribute.First(ct)?.GetLocation();

    /// <summary>Where a part of the text that the constructor's first argument says stands; the whole argument where it is no literal; null where there is none.</summary>
    public static Location? LocationInFirst(this AttributeData attribute, int start, int length, CancellationToken ct)
    {
        var argument = attribute.First(ct);
        return LiteralText.Place(argument?.Expression, start, length) ?? argument?.GetLocation();
    }

    private static AttributeArgumentSyntax? First(this AttributeData attribute, CancellationToken ct) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax(ct) as AttributeSyntax)?.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals is null);

    /// <summary>The identifier of a symbol in source.</summary>
    public static Location Place(this ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(l => l.IsInSource) ?? Microsoft.CodeAnalysis.Location.None;
}
