using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Reads of a function whether what it returns is published.</summary>
internal static class PipeParser
{
    private const string List = "System.Collections.Generic.IReadOnlyList`1";
    private const string Event = "Ermine.EventAttribute";

    /// <summary>Whether it is a pipe, with a value to publish and nobody who waits for it.</summary>
    public static bool IsPiped(IMethodSymbol method) => method.Attribute(Names.Pipe) is not null && Events(method) is not null && !Answered(method).Any();

    /// <summary>The type of what is published; null where the method returns nothing, or nothing that could be an event.</summary>
    public static ITypeSymbol? Events(IMethodSymbol method)
    {
        var value = ReturnParser.ValueOf(method);
        var type = value.Is(List) ? ((INamedTypeSymbol)value!).TypeArguments[0] : value;
        return type?.Attribute(Event) is null ? null : type;
    }

    /// <summary>Whether its caller gets what it returns: its triggers of such a kind, or that it has none.</summary>
    public static IEnumerable<string> Answered(IMethodSymbol method)
    {
        var triggers = method.GetAttributes().Deriving(Names.Trigger).ToList();
        if (triggers.Count == 0) yield return "by its name";
        foreach (var trigger in triggers.Where(t => FunctionParser.ShapeOf(t.AttributeClass!) is not (InputShape.None or InputShape.Message or InputShape.Batch))) yield return $"by [{trigger.AttributeClass!.Name.Replace("Attribute", "")}]";
    }
}
