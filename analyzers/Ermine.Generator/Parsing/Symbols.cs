using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ermine.Generator.Parsing;

/// <summary>What the parser asks of symbols.</summary>
internal static class Symbols
{
    /// <summary>The type as generated code writes it, without an annotation of its own.</summary>
    public static string Text(this ITypeSymbol type) => TypeText.Of(type);

    /// <summary>A name as code writes it: with an @ where it is a keyword.</summary>
    public static string Identifier(string name) => name.Length == 0 || name[0] is < 'a' or > 'z' ? name : SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || name == "await" ? $"@{name}" : name;

    /// <summary>Whether it is the type of that metadata name. Asked of every attribute at every keystroke, so it makes no text.</summary>
    public static bool Is(this ITypeSymbol? type, string fullName)
    {
        if (type is not INamedTypeSymbol { ContainingType: null } named) return false;

        var end = fullName.Length;
        if (named.Arity > 0)
        {
            if (fullName[end - 2] != '`' || fullName[end - 1] - '0' != named.Arity) return false;
            end -= 2;
        }

        if (!EndsWith(fullName, end, named.Name)) return false;
        end -= named.Name.Length;
        for (var space = named.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (end == 0 || fullName[end - 1] != '.' || !EndsWith(fullName, end - 1, space.Name)) return false;
            end -= space.Name.Length + 1;
        }

        return end == 0;
    }

    /// <summary>Whether the type is, or derives from, the one of that name.</summary>
    public static bool Inherits(this ITypeSymbol? type, string fullName)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Is(fullName)) return true;
        }

        return false;
    }

    public static bool Implements(this ITypeSymbol type, string fullName)
    {
        if (type.Is(fullName)) return true;
        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.Is(fullName)) return true;
        }

        return false;
    }

    public static AttributeData? Attribute(this ISymbol symbol, string fullName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.Is(fullName)) return attribute;
        }

        return null;
    }

    public static IEnumerable<AttributeData> Deriving(this IEnumerable<AttributeData> attributes, string fullName) => attributes.Where(a => a.AttributeClass.Inherits(fullName));

    /// <summary>Whether generated code of an assembly can name the symbol.</summary>
    public static bool IsReachable(this ISymbol symbol, IAssemblySymbol from)
    {
        for (var s = symbol; s is not (null or INamespaceSymbol); s = s.ContainingSymbol)
        {
            if (s is INamedTypeSymbol { IsFileLocal: true }) return false;
            if (s.DeclaredAccessibility == Accessibility.Public) continue;
            if (s.DeclaredAccessibility is not (Accessibility.Internal or Accessibility.ProtectedOrInternal)) return false;
            if (!SymbolEqualityComparer.Default.Equals(s.ContainingAssembly, from) && !s.ContainingAssembly.GivesAccessTo(from)) return false;
        }

        return true;
    }

    /// <summary>Whether generated code of an assembly can name the type and all types within it.</summary>
    public static bool IsReachableType(this ITypeSymbol type, IAssemblySymbol from) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.IsReachableType(from),
        INamedTypeSymbol named => named.IsReachable(from) && (named.IsUnboundGenericType || named.TypeArguments.All(t => t.IsReachableType(from))),
        _ => true,
    };

    /// <summary>Whether the type, or a type within it, is not there: the code is half typed.</summary>
    public static bool IsMissing(this ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => true,
        INamedTypeSymbol { IsGenericType: true, IsUnboundGenericType: false } named => named.TypeArguments.Any(IsMissing),
        IArrayTypeSymbol array => array.ElementType.IsMissing(),
        _ => false,
    };

    private static bool EndsWith(string text, int end, string part) => end >= part.Length && string.CompareOrdinal(text, end - part.Length, part, 0, part.Length) == 0;
}
