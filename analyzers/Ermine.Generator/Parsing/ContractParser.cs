using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Finds where payloads travel, by the attributes of their types.</summary>
internal static class ContractParser
{
    /// <summary>The new-expression of the type's contract; null where it has none.</summary>
    public static string? Of(ITypeSymbol payload)
    {
        foreach (var attribute in payload.GetAttributes())
        {
            if (attribute.AttributeClass.Inherits(Names.Contract) && AttributeText.IsWhole(attribute)) return AttributeText.New(attribute);
        }

        return null;
    }

    /// <summary>The contracts that functions of the class send to: those of the type arguments of what they take, such as <c>IQueue&lt;Vote&gt;</c>.</summary>
    public static IEnumerable<string> SentBy(FunctionClass type, IEnumerable<IMethodSymbol> functions)
    {
        var contracts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var parameter in functions.SelectMany(f => f.Parameters).Concat(type.Constructor?.Parameters ?? []))
        {
            if (parameter.Type is not INamedTypeSymbol { TypeKind: TypeKind.Interface, Arity: > 0 } named || named.Is("System.Collections.Generic.IReadOnlyList`1")) continue;
            foreach (var argument in named.TypeArguments)
            {
                if (type.ContractOf(argument) is { } contract) contracts.Add(contract);
            }
        }

        return contracts;
    }
}
