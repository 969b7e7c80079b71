using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.Generator.Parsing;

/// <summary>Which members of an object JSON fills, and what it makes sure of by itself.</summary>
internal static class ValidatedMembers
{
    private const string Json = "System.Text.Json.Serialization.";
    private const int Always = 1; // JsonIgnoreCondition.Always

    /// <summary>Properties that can be read, inherited ones included, those of the type itself first.</summary>
    public static IEnumerable<IPropertySymbol> Of(INamedTypeSymbol type, IAssemblySymbol from)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var level = type; level is { SpecialType: SpecialType.None }; level = level.BaseType)
        {
            foreach (var member in level.GetMembers())
            {
                if (member is IPropertySymbol property && names.Add(property.Name) && IsRead(property, from)) yield return property;
            }
        }
    }

    public static IPropertySymbol? Find(INamedTypeSymbol? type, string name)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            if (level.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(p => p is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null }) is { } property) return property;
        }

        return null;
    }

    /// <summary>The constructor through which JSON makes the object; null where it takes nothing.</summary>
    public static IMethodSymbol? Constructor(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors;
        if (constructors.FirstOrDefault(c => c.Attribute(Json + "JsonConstructorAttribute") is not null) is { } chosen) return chosen;

        var open = constructors.Where(c => c.DeclaredAccessibility == Accessibility.Public && !c.IsImplicitlyDeclared).ToArray();
        return open.Length == 1 && (!type.IsValueType || type.IsRecord) && open[0].Parameters.Length > 0 ? open[0] : null;
    }

    /// <summary>The parameter by which the constructor sets the property.</summary>
    public static IParameterSymbol? ParameterOf(IMethodSymbol? constructor, IPropertySymbol property) =>
        constructor?.Parameters.FirstOrDefault(p => string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name that <c>[JsonPropertyName]</c> gives; null where the naming policy makes it.</summary>
    public static string? JsonName(IPropertySymbol property) =>
        property.Attribute(Json + "JsonPropertyNameAttribute")?.ConstructorArguments is [{ Value: string name }] ? name : null;

    /// <summary>Whether JSON fills it, so that what is in it came from outside.</summary>
    public static bool IsFilled(IPropertySymbol property, IParameterSymbol? parameter) => property.SetMethod is not null || parameter is not null;

    /// <summary>Whether a reference that is missing or null must be refused here, as the reader of JSON does not: it refuses a null, and what a
    /// constructor or <c>required</c> asks for, but sees through no type parameter.</summary>
    public static bool IsExpected(IPropertySymbol property, IParameterSymbol? parameter)
    {
        if (property is not { Type: { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated } } || !IsFilled(property, parameter) || MayBeNull(property)) return false;
        if (property.OriginalDefinition.Type.TypeKind == TypeKind.TypeParameter) return true;
        return !property.IsRequired && !IsInitialized(property) && property.Attribute(Json + "JsonRequiredAttribute") is null && (parameter is null || parameter.HasExplicitDefaultValue);
    }

    /// <summary>Whether JSON says of which kind a value of the type is.</summary>
    public static bool HasKinds(ITypeSymbol type) => type.Attribute(Json + "JsonDerivedTypeAttribute") is not null;

    /// <summary>The types that <c>[JsonDerivedType]</c> says may stand in the type's place, those first that derive most.</summary>
    public static IEnumerable<INamedTypeSymbol> Kinds(INamedTypeSymbol type) => type.GetAttributes()
        .Where(a => a.AttributeClass.Is(Json + "JsonDerivedTypeAttribute"))
        .Select(a => a.ConstructorArguments is [{ Value: INamedTypeSymbol kind }, ..] && !SymbolEqualityComparer.Default.Equals(kind, type) ? kind : null).OfType<INamedTypeSymbol>()
        .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).OrderByDescending(Depth);

    /// <summary>Whether a collection tells how many it holds, as <c>[MinLength]</c> asks.</summary>
    public static bool HasCount(ITypeSymbol type) => type is INamedTypeSymbol && WithInherited(type).Any(t =>
        t.GetMembers("Count").Any(m => m is IPropertySymbol { IsStatic: false, Type.SpecialType: SpecialType.System_Int32, DeclaredAccessibility: Accessibility.Public, GetMethod: not null }));

    /// <summary>Whether a collection gives its items by their place.</summary>
    public static bool HasPlaces(ITypeSymbol type) => HasCount(type) && WithInherited(type).Any(t =>
        t.GetMembers().Any(m => m is IPropertySymbol { IsIndexer: true, DeclaredAccessibility: Accessibility.Public, GetMethod: not null, Parameters: [{ Type.SpecialType: SpecialType.System_Int32 }] }));

    private static IEnumerable<ITypeSymbol> WithInherited(ITypeSymbol type)
    {
        for (var level = type; level is not null; level = level.BaseType) yield return level;
        if (type.TypeKind != TypeKind.Interface) yield break;
        foreach (var inherited in type.AllInterfaces) yield return inherited;
    }

    private static int Depth(INamedTypeSymbol type) => type.BaseType is { } inherited ? Depth(inherited) + 1 : 0;

    private static bool IsRead(IPropertySymbol property, IAssemblySymbol from) => property is { IsStatic: false, IsIndexer: false, GetMethod: { } get, Type: { IsRefLikeType: false } and not IPointerTypeSymbol and not IFunctionPointerTypeSymbol, CanBeReferencedByName: true }
        && !property.Type.IsMissing() && property.ExplicitInterfaceImplementations.IsEmpty
        && (get.DeclaredAccessibility == Accessibility.Public || property.Attribute(Json + "JsonIncludeAttribute") is not null)
        && property.IsReachable(from) && get.IsReachable(from) && !IsIgnored(property) && !IsForbidden(property);

    // Such a member has a value where JSON has none, unless its author only silences the compiler: = null!.
    private static bool IsInitialized(IPropertySymbol property) => property.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is PropertyDeclarationSyntax { Initializer.Value: var value }
        && value is not PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } and not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression });

    private static bool IsIgnored(IPropertySymbol property) => property.Attribute(Json + "JsonIgnoreAttribute") is { } ignore
        && (ignore.NamedArguments.IsEmpty || ignore.NamedArguments.Any(a => a.Key == "Condition" && a.Value.Value is Always));

    // What the compiler lets nobody name.
    private static bool IsForbidden(IPropertySymbol property) => property.Attribute("System.ObsoleteAttribute")?.ConstructorArguments is [_, { Value: true }];

    private static bool MayBeNull(IPropertySymbol property) => property.Attribute("System.Diagnostics.CodeAnalysis.AllowNullAttribute") is not null || property.Attribute("System.Diagnostics.CodeAnalysis.MaybeNullAttribute") is not null;
}
