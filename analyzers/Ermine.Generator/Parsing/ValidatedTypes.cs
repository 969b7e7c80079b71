using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>What there is to look at within a value of a type.</summary>
internal static class ValidatedTypes
{
    private const string Collections = "System.Collections.Generic.";

    /// <summary>How to look at it; null where there is nothing within, or nothing that generated code can name.</summary>
    public static ValidatorShape? ShapeOf(ITypeSymbol type, IAssemblySymbol from)
    {
        if (type.SpecialType is SpecialType.System_String or SpecialType.System_Object || type.IsRefLikeType || type.IsMissing() || !type.IsReachableType(from)) return null;
        if (type is IArrayTypeSymbol array) return array.Rank == 1 ? ValidatorShape.Array : null;
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, IsTupleType: false } named) return null;
        if (Dictionary(named) is not null) return ValidatorShape.Dictionary;
        if (Sequence(named) is not null) return !IsOfBase(named) || IsCollection(named) ? ValidatedMembers.HasPlaces(named) ? ValidatorShape.List : ValidatorShape.Sequence : null;
        if (IsOfBase(named)) return null;
        return ValidatorShape.Members;
    }

    /// <summary>What a collection holds, or a dictionary as its values.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol named => Dictionary(named)?.TypeArguments[1] ?? Sequence(named)?.TypeArguments[0],
        _ => null,
    };

    /// <summary>A name for a type, made of those that it is made of: <c>ListOfOrderLine</c>.</summary>
    public static string NameOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => $"{NameOf(array.ElementType)}Array",
        INamedTypeSymbol { IsGenericType: true } named => $"{named.Name}Of{string.Join("And", named.TypeArguments.Select(NameOf))}",
        { Name.Length: > 0 } => type.Name,
        _ => "Value",
    };

    private static INamedTypeSymbol? Dictionary(INamedTypeSymbol type) => Implemented(type, Collections + "IDictionary`2") ?? Implemented(type, Collections + "IReadOnlyDictionary`2");

    private static INamedTypeSymbol? Sequence(INamedTypeSymbol type) => Implemented(type, Collections + "IEnumerable`1");

    private static INamedTypeSymbol? Implemented(INamedTypeSymbol type, string fullName) =>
        type.Is(fullName) ? type : type.AllInterfaces.FirstOrDefault(i => i.Is(fullName));

    private static bool IsCollection(INamedTypeSymbol type) => TypeText.Name(type.ContainingNamespace).StartsWith("System.Collections", StringComparison.Ordinal);

    private static bool IsOfBase(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false }) space = space.ContainingNamespace;
        return space is { Name: "System" or "Microsoft" };
    }
}
