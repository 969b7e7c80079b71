using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Reads what a method answers.</summary>
internal static class ReturnParser
{
    public static ReturnModel Of(IMethodSymbol method)
    {
        var isAwaited = IsTask(method.ReturnType);
        var value = isAwaited ? (method.ReturnType as INamedTypeSymbol)?.TypeArguments.FirstOrDefault() : method.ReturnsVoid ? null : method.ReturnType;
        return new ReturnModel(KindOf(value), isAwaited);
    }

    public static bool IsTask(ITypeSymbol type) => type.OriginalDefinition is { ContainingNamespace: { } space } definition
        && definition.MetadataName is "Task" or "Task`1" or "ValueTask" or "ValueTask`1" && space.ToDisplayString() == "System.Threading.Tasks";

    private static ReturnKind KindOf(ITypeSymbol? value) => value switch
    {
        null => ReturnKind.None,
        _ when value.Is(Names.Outcome) => ReturnKind.Outcome,
        _ when value.Implements(Names.Result) => ReturnKind.Result,
        { SpecialType: SpecialType.System_String } => ReturnKind.Text,
        _ => ReturnKind.Value,
    };
}
