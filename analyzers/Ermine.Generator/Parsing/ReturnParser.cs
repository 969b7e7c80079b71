using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Reads what a method answers.</summary>
internal static class ReturnParser
{
    private const string Sequence = "System.Collections.Generic.IAsyncEnumerable`1";

    public static ReturnModel Of(IMethodSymbol method) => new(PipeParser.IsPiped(method) ? ReturnKind.Event : KindOf(ValueOf(method)), IsTask(method.ReturnType));

    /// <summary>The type of the value that is there when the method has ended; null where there is none.</summary>
    public static ITypeSymbol? ValueOf(IMethodSymbol method) =>
        method.ReturnsVoid ? null
        : IsTask(method.ReturnType) ? ((INamedTypeSymbol)method.ReturnType).TypeArguments.FirstOrDefault()
        : method.ReturnType;

    public static bool IsTask(ITypeSymbol type) => type.Name is "Task" or "ValueTask"
        && (type.Is("System.Threading.Tasks.Task") || type.Is("System.Threading.Tasks.Task`1") || type.Is("System.Threading.Tasks.ValueTask") || type.Is("System.Threading.Tasks.ValueTask`1"));

    /// <summary>How a value of a type is passed on.</summary>
    public static ReturnKind KindOf(ITypeSymbol? value) => value switch
    {
        null => ReturnKind.None,
        _ when value.Is(Names.Outcome) => ReturnKind.Outcome,
        _ when value.Is(Names.BatchResult) => ReturnKind.BatchResult,
        _ when value.Implements(Names.Result) => ReturnKind.Result,
        { SpecialType: SpecialType.System_String } => ReturnKind.Text,
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => ReturnKind.File,
        _ when value.Inherits("System.IO.Stream") || value.Is("System.IO.FileInfo") => ReturnKind.File,
        _ when value.Is(Sequence) => ReturnKind.Sequence,
        _ => ReturnKind.Value,
    };
}
