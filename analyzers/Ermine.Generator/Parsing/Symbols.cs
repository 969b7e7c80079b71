using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>What the parser asks of symbols.</summary>
internal static class Symbols
{
    // Nullable annotations matter within type arguments; at the top they are taken off where they do no good.
    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type as generated code writes it, without an annotation of its own.</summary>
    public static string Text(this ITypeSymbol type) =>
        (type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type).ToDisplayString(Qualified);

    public static bool Is(this ITypeSymbol? type, string fullName) =>
        type is not null && fullName.EndsWith(type.MetadataName, StringComparison.Ordinal) && $"{type.ContainingNamespace}.{type.MetadataName}" == fullName;

    /// <summary>Whether the type is, or derives from, the one of that name.</summary>
    public static bool Inherits(this ITypeSymbol? type, string fullName)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Is(fullName)) return true;
        }

        return false;
    }

    public static bool Implements(this ITypeSymbol type, string fullName) => type.Is(fullName) || type.AllInterfaces.Any(i => i.Is(fullName));

    public static AttributeData? Attribute(this ISymbol symbol, string fullName) => symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass.Is(fullName));

    public static IEnumerable<AttributeData> Deriving(this IEnumerable<AttributeData> attributes, string fullName) => attributes.Where(a => a.AttributeClass.Inherits(fullName));

    /// <summary>Whether generated code of the same assembly can name the symbol.</summary>
    public static bool IsReachable(this ISymbol symbol)
    {
        for (var s = symbol; s is not (null or INamespaceSymbol); s = s.ContainingSymbol)
        {
            if (s.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)) return false;
            if (s is INamedTypeSymbol { IsFileLocal: true }) return false;
        }

        return true;
    }

    /// <summary>Whether the type, or a type within it, is not there: the code is half typed.</summary>
    public static bool IsMissing(this ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        INamedTypeSymbol named => named.TypeArguments.Any(IsMissing),
        IArrayTypeSymbol array => array.ElementType.IsMissing(),
        _ => false,
    };
}
