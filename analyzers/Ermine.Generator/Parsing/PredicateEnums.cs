using System.Text;
using Ermine.Generator.Conditions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Parsing;

/// <summary>The enumerations of a predicate. Whether they are numbers or names stands in code, but options of the app's serializer go before what stands on a type:
/// of each a value is written into the catalog with what it was taken for, so that the start can compare.</summary>
internal static class PredicateEnums
{
    private const string Json = "System.Text.Json.Serialization.";
    private const string MemberName = Json + "JsonStringEnumMemberNameAttribute";

    /// <summary>New-expressions of the values, one for each enumeration. What a member says itself goes before all options, and is left out.</summary>
    public static IEnumerable<string> Taken(IOperation predicate, IAssemblySymbol from) => predicate.DescendantsAndSelf().OfType<IPropertyReferenceOperation>()
        .Select(reference => reference.Property)
        .Where(property => property.ContainingType.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T && property.Attribute(Json + "JsonConverterAttribute") is null)
        .Select(property => WrittenMembers.Plain(WrittenMembers.ElementOf(property.Type) ?? property.Type))
        .Where(type => type.TypeKind == TypeKind.Enum && type.IsReachableType(from))
        .Distinct<ITypeSymbol>(SymbolEqualityComparer.Default)
        .Select(Taken).OfType<string>();

    /// <summary>The name that a value is written as; null where it has none, or several.</summary>
    public static string? NameOf(ITypeSymbol type, object? value) => type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue && Equals(f.ConstantValue, value)).ToList() is [var only]
        ? only.Attribute(MemberName)?.ConstructorArguments is [{ Value: string name }] ? name : only.Name
        : null;

    private static string? Taken(ITypeSymbol type)
    {
        var kind = WrittenMembers.KindOf(type);
        foreach (var member in type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).OrderBy(f => f.Attribute(MemberName) is not null)) // a name of its own is written whatever the naming policy
        {
            if (NameOf(type, member.ConstantValue) is not { } name) continue;

            var json = new StringBuilder();
            if (kind == EventMemberKind.NumberedEnum) json.Append(PredicateConstant.Number(member.ConstantValue));
            else if (kind == EventMemberKind.NamedEnum) JsonLiteral.Append(json, name);
            else return null;

            return $"new global::{Names.RuleEnum}({AttributeText.Enum(type, member.ConstantValue!)}, {SymbolDisplay.FormatLiteral(json.ToString(), quote: true)})";
        }

        return null;
    }
}
