using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>What a type can be bound to behind a request.</summary>
internal static class HttpTypes
{
    /// <summary>The part of the request that the type names; null where it names none.</summary>
    public static ValueSource? WellKnown(ITypeSymbol type) => type.Name switch
    {
        "HttpContext" when type.Is(Names.HttpContext) => ValueSource.HttpContext,
        "HttpRequest" when type.Is(Names.HttpRequest) => ValueSource.HttpRequest,
        "HttpResponse" when type.Is(Names.HttpResponse) => ValueSource.HttpResponse,
        "ClaimsPrincipal" when type.Is("System.Security.Claims.ClaimsPrincipal") => ValueSource.User,
        "Stream" when type.Is("System.IO.Stream") => ValueSource.BodyStream,
        "PipeReader" when type.Is("System.IO.Pipelines.PipeReader") => ValueSource.BodyReader,
        "IFormFile" when type.Is("Microsoft.AspNetCore.Http.IFormFile") => ValueSource.FormFile,
        "IFormFileCollection" when type.Is("Microsoft.AspNetCore.Http.IFormFileCollection") => ValueSource.FormFiles,
        "IFormCollection" when type.Is("Microsoft.AspNetCore.Http.IFormCollection") => ValueSource.Form,
        _ => null,
    };

    /// <summary>How a text becomes a value of the type.</summary>
    public static TextParsing Parsing(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => TextParsing.Text,
        { TypeKind: TypeKind.Enum } => TextParsing.Enum,
        { TypeKind: TypeKind.Class or TypeKind.Struct } when type.AllInterfaces.Any(i => i.Is("System.IParsable`1") && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], type)) => TextParsing.Parsable,
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } named => OwnParsing(named),
        _ => TextParsing.None,
    };

    /// <summary>The type of an item, and what holds the items, where the type takes several values; null where it takes one.</summary>
    public static (ITypeSymbol Item, ValueCollection Collection)? Items(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => (array.ElementType, ValueCollection.Array),
        INamedTypeSymbol { Arity: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } } named => named.Name switch
        {
            "IEnumerable" or "ICollection" or "IList" or "IReadOnlyCollection" or "IReadOnlyList" => (named.TypeArguments[0], ValueCollection.Array),
            "List" => (named.TypeArguments[0], ValueCollection.List),
            _ => null,
        },
        _ => null,
    };

    /// <summary>The type's own <c>BindAsync(HttpContext)</c>; else any other method of that name, which is none.</summary>
    public static IMethodSymbol? BindAsync(ITypeSymbol type)
    {
        IMethodSymbol? other = null;
        for (var declaring = type; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers("BindAsync"))
            {
                if (member is not IMethodSymbol { IsStatic: true, DeclaredAccessibility: Accessibility.Public } method) continue;
                if (Binds(method, type)) return method;
                other ??= method;
            }
        }

        return other;
    }

    /// <summary>Whether the method is a <c>ValueTask&lt;T&gt; BindAsync(HttpContext)</c> of the type.</summary>
    public static bool Binds(IMethodSymbol method, ITypeSymbol type) => method is { Arity: 0, Parameters: [{ RefKind: RefKind.None } context] } && context.Type.Is(Names.HttpContext)
        && method.ReturnType.Is("System.Threading.Tasks.ValueTask`1") && SymbolEqualityComparer.Default.Equals(Bare(((INamedTypeSymbol)method.ReturnType).TypeArguments[0]), type);

    /// <summary>The type without the <c>?</c> of a value type.</summary>
    public static ITypeSymbol Bare(ITypeSymbol type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;

    private static TextParsing OwnParsing(INamedTypeSymbol type)
    {
        var found = TextParsing.None;
        foreach (var member in type.GetMembers("TryParse"))
        {
            if (member is not IMethodSymbol { IsStatic: true, Arity: 0, DeclaredAccessibility: Accessibility.Public, ReturnType.SpecialType: SpecialType.System_Boolean } method) continue;
            if (method.Parameters is not [{ Type.SpecialType: SpecialType.System_String, RefKind: RefKind.None }, .., { RefKind: RefKind.Out } value] || !SymbolEqualityComparer.Default.Equals(value.Type, type)) continue;

            if (method.Parameters is [_, { RefKind: RefKind.None } provider, _] && provider.Type.Is("System.IFormatProvider")) return TextParsing.TryParseIn;
            if (method.Parameters.Length == 2) found = TextParsing.TryParse;
        }

        return found;
    }
}
