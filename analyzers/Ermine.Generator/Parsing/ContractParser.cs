using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Finds where payloads travel, by the attributes of their types.</summary>
internal static class ContractParser
{
    /// <summary>The new-expression of the type's contract; null where it has none.</summary>
    public static string? Of(ITypeSymbol payload) => Attribute(payload) is { } contract ? AttributeText.New(contract) : null;

    /// <summary>The contracts of all that functions of the class are handed or send, described as JSON.</summary>
    public static IEnumerable<string> Described(INamedTypeSymbol type, IEnumerable<IMethodSymbol> functions) =>
        (ConstructorParser.Find(type)?.Parameters ?? []).Concat(functions.SelectMany(f => f.Parameters))
            .SelectMany(p => p.Type is INamedTypeSymbol named ? named.TypeArguments.Add(named) : [p.Type])
            .Select(t => Attribute(t) is { } contract ? FunctionDescription.Contract(t, contract) : null).OfType<string>().Distinct().OrderBy(c => c, StringComparer.Ordinal);

    /// <summary>The contracts that functions of the class send to: those of the type arguments of what they take, such as <c>IQueue&lt;Vote&gt;</c>.</summary>
    public static IEnumerable<string> SentBy(INamedTypeSymbol type, IEnumerable<IMethodSymbol> functions) =>
        (ConstructorParser.Find(type)?.Parameters ?? []).Concat(functions.SelectMany(f => f.Parameters))
            .Where(p => p.Type is INamedTypeSymbol { TypeKind: TypeKind.Interface } named && !named.Is("System.Collections.Generic.IReadOnlyList`1"))
            .SelectMany(p => ((INamedTypeSymbol)p.Type).TypeArguments).Select(Of).OfType<string>()
            .Distinct().OrderBy(c => c, StringComparer.Ordinal);

    /// <summary>Whether the attribute is typed to its end, so that it can be written again.</summary>
    public static bool IsWhole(AttributeData attribute) =>
        attribute.AttributeConstructor is not null && attribute.ConstructorArguments.All(IsWhole) && attribute.NamedArguments.All(n => IsWhole(n.Value));

    private static AttributeData? Attribute(ITypeSymbol payload) => payload.GetAttributes().Deriving(Names.Contract).FirstOrDefault(IsWhole);

    private static bool IsWhole(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Error => false,
        TypedConstantKind.Array => constant.IsNull || constant.Values.All(IsWhole),
        TypedConstantKind.Type => constant.Value is not ITypeSymbol type || !type.IsMissing(),
        _ => true,
    };
}
