using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Queues;

/// <summary>Whether System.Text.Json can make an object of a type when it reads one.</summary>
/// <remarks>Source: "Use immutable types and properties" in the documentation of System.Text.Json, and runs of it on .NET 10.</remarks>
internal static class JsonConstruction
{
    private const string Namespace = "System.Text.Json.Serialization.";

    public static string? Refusal(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } named || JsonTypes.Element(type) is not null) return null;
        if (HasOnlyFields(named)) return "and its values are fields, which JSON leaves out; make them properties";

        var constructors = named.InstanceConstructors;
        var chosen = constructors.FirstOrDefault(c => c.Attribute(Namespace + "JsonConstructorAttribute") is not null);
        if (chosen is null)
        {
            if (named.IsValueType) return null;
            var open = constructors.Where(c => c.DeclaredAccessibility == Accessibility.Public).ToList();
            if (open.Any(c => c.Parameters.Length == 0)) return null;
            if (open.Count != 1) return "and which of its constructors reads it is open; mark one with [JsonConstructor], or make one without parameters public";
            chosen = open[0];
        }

        return chosen.Parameters.FirstOrDefault(p => p is { Name: not "", Type.TypeKind: not TypeKind.Error } && !JsonMembers.Named(named, p.Name).Any(m => SymbolEqualityComparer.Default.Equals(JsonMembers.TypeOf(m), p.Type))) is { } unmatched
            ? $"and no property of the name and type of its constructor's parameter '{unmatched.Name}' tells what to pass when it is read; name them alike"
            : null;
    }

    private static bool HasOnlyFields(INamedTypeSymbol type) =>
        type.GetMembers().Any(m => m is IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public } && m.Attribute(Namespace + "JsonIncludeAttribute") is null)
        && !JsonMembers.Of(type).Any();
}
