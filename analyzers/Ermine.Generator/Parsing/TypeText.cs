using System.Text;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Writes types as generated code names them: from the root, with C#'s own words where it has one.</summary>
/// <remarks>The compiler's own display service is asked only for what is rare. Every type of every function is written at every keystroke,
/// and the service takes several times as long; a test compares the two.</remarks>
internal static class TypeText
{
    // Nullable annotations matter within type arguments; at the top they are taken off where they do no good.
    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type, without a nullable annotation of its own if it is a reference type.</summary>
    public static string Of(ITypeSymbol type)
    {
        if (Keyword(type.SpecialType) is { } keyword) return keyword;

        var text = new StringBuilder(96);
        return Append(text, type) ? text.ToString() : Displayed(type);
    }

    /// <summary>The type, with its own nullable annotation.</summary>
    public static string Annotated(ITypeSymbol type) => type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } ? $"{Of(type)}?" : Of(type);

    /// <summary>The type as the compiler's display service writes it.</summary>
    public static string Displayed(ITypeSymbol type) => (type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type).ToDisplayString(Qualified);

    /// <summary>A namespace or a type that is not generic, with its namespace: <c>Shop.Orders.Ordering</c>.</summary>
    public static string Name(INamespaceOrTypeSymbol symbol)
    {
        if (symbol is INamedTypeSymbol { IsGenericType: true }) return symbol.ToDisplayString();

        var text = new StringBuilder(64);
        AppendName(text, symbol);
        return text.ToString();
    }

    private static bool Append(StringBuilder text, ITypeSymbol type)
    {
        if (Keyword(type.SpecialType) is { } keyword)
        {
            text.Append(keyword);
            return true;
        }

        return type switch
        {
            IArrayTypeSymbol { Rank: 1, ElementType: not IArrayTypeSymbol } array => AppendWithAnnotation(text, array.ElementType) && text.Append("[]") is not null,
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, IsUnboundGenericType: false } nullable => Append(text, nullable.TypeArguments[0]) && text.Append('?') is not null,
            INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.Enum or TypeKind.Delegate, IsTupleType: false, IsUnboundGenericType: false, IsNativeIntegerType: false, IsAnonymousType: false, IsFileLocal: false } named
                => AppendNamed(text, named),
            _ => false,
        };
    }

    private static bool AppendNamed(StringBuilder text, INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            if (!AppendNamed(text, outer)) return false;
            text.Append('.');
        }
        else
        {
            text.Append("global::");
            if (!type.ContainingNamespace.IsGlobalNamespace)
            {
                AppendName(text, type.ContainingNamespace);
                text.Append('.');
            }
        }

        text.Append(Symbols.Identifier(type.Name));
        if (type.Arity == 0) return true;

        text.Append('<');
        for (var i = 0; i < type.TypeArguments.Length; i++)
        {
            if (i > 0) text.Append(", ");
            if (!AppendWithAnnotation(text, type.TypeArguments[i])) return false;
        }

        text.Append('>');
        return true;
    }

    private static bool AppendWithAnnotation(StringBuilder text, ITypeSymbol type)
    {
        if (!Append(text, type)) return false;
        if (type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated }) text.Append('?');
        return true;
    }

    private static void AppendName(StringBuilder text, INamespaceOrTypeSymbol symbol)
    {
        if (symbol.ContainingSymbol is INamespaceOrTypeSymbol around and not INamespaceSymbol { IsGlobalNamespace: true })
        {
            AppendName(text, around);
            text.Append('.');
        }

        text.Append(Symbols.Identifier(symbol.Name));
    }

    private static string? Keyword(SpecialType type) => type switch
    {
        SpecialType.System_Object => "object",
        SpecialType.System_String => "string",
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Char => "char",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_Byte => "byte",
        SpecialType.System_Int16 => "short",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_Int64 => "long",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_Void => "void",
        _ => null,
    };
}
