using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Queues;

/// <summary>Which members System.Text.Json writes by its defaults: public properties that can be read, and what <c>[JsonInclude]</c> adds.</summary>
internal static class JsonMembers
{
    private const string Namespace = "System.Text.Json.Serialization.";

    public static IEnumerable<ISymbol> Of(ITypeSymbol type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (ITypeSymbol? level = type; level is { SpecialType: not SpecialType.System_Object }; level = level.BaseType)
        {
            foreach (var member in level.GetMembers())
            {
                if (IsWritten(member) && names.Add(member.Name)) yield return member;
            }
        }
    }

    public static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    /// <summary>Whether a converter of the user's own decides.</summary>
    public static bool HasConverter(ISymbol symbol) => symbol.Derived(Namespace + "JsonConverterAttribute") is not null;

    /// <summary>Whether the type is written member by member, as far as can be told: it is no value of the framework's, and no collection.</summary>
    public static bool AreFollowed(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } && !HasConverter(type) && !IsOfFramework(type)
        && JsonTypes.Dictionary(type) is null && JsonTypes.Element(type) is null;

    /// <summary>The name that <c>[JsonPropertyName]</c> gives the member in JSON; null where none does.</summary>
    public static string? NameOf(ISymbol member) => member.Attribute(Namespace + "JsonPropertyNameAttribute")?.FirstText();

    /// <summary>Whether JSON may have members that the type does not.</summary>
    public static bool AreOpen(ITypeSymbol type) => JsonTypes.Kinds(type).Any()
        || type.GetMembers().Any(m => m.Attribute(Namespace + "JsonExtensionDataAttribute") is not null);

    /// <summary>Public properties and fields by which a constructor's parameter can be filled, ignored ones included.</summary>
    public static IEnumerable<ISymbol> Named(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            foreach (var member in level.GetMembers())
            {
                if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase) && (IsOpen(member) || IsIncluded(member))) yield return member;
            }
        }
    }

    private static bool IsOfFramework(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false }) space = space.ContainingNamespace;
        return space is { Name: "System" or "Microsoft" };
    }

    private static bool IsWritten(ISymbol member) => (IsOpen(member) || IsIncluded(member)) && !IsIgnored(member) && !HasConverter(member)
        && member.Attribute(Namespace + "JsonExtensionDataAttribute") is null;

    private static bool IsOpen(ISymbol member) => member is IPropertySymbol
    {
        IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public,
    };

    private static bool IsIncluded(ISymbol member) =>
        member is IPropertySymbol { IsStatic: false, IsIndexer: false } or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false }
        && member.Attribute(Namespace + "JsonIncludeAttribute") is not null;

    private static bool IsIgnored(ISymbol member) =>
        member.Attribute(Namespace + "JsonIgnoreAttribute") is { } ignore && ignore.Value("Condition") is not 0; // 0 is JsonIgnoreCondition.Never
}
