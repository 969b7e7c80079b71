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
