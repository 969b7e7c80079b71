using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Rules.Queues;

/// <summary>A call of <c>SendAsync</c> or <c>SendManyAsync</c>, with the options that are made in its place.</summary>
internal sealed record QueueSend(ITypeSymbol Payload, IEnumerable<(string Option, IOperation Value)> Options)
{
    public const string Queue = "Ermine.Queues.IQueue`1";

    private const string SendOptions = "Ermine.Queues.SendOptions";

    /// <summary>The <c>[Queue]</c> of the payload; null while it has none.</summary>
    public AttributeData? Contract => Payload.Attribute(QueueIndex.Contract);

    /// <summary>The member by which the queue keeps order; null where it keeps none.</summary>
    public string? GroupKey => Contract?.Value("GroupKey") as string;

    /// <summary>The call as a send; null where it is none.</summary>
    public static QueueSend? Of(IInvocationOperation call)
    {
        if (call.TargetMethod is not { Name: "SendAsync" or "SendManyAsync", ContainingType: var type } || PayloadOf(type) is not { } payload) return null;

        var options = call.Arguments.FirstOrDefault(a => a.Parameter?.Type.Is(SendOptions) == true)?.Value;
        while (options is IConversionOperation { Operand: var operand }) options = operand;
        return new QueueSend(payload, options is IObjectCreationOperation { Initializer: { } initializer } && options.Type.Is(SendOptions) ? Assigned(initializer) : []);
    }

    /// <summary>The payload of a queue's type; null where the type is none.</summary>
    public static ITypeSymbol? PayloadOf(ITypeSymbol type) => type.Is(Queue) ? ((INamedTypeSymbol)type).TypeArguments[0] : null;

    private static IEnumerable<(string Option, IOperation Value)> Assigned(IObjectOrCollectionInitializerOperation initializer)
    {
        foreach (var one in initializer.Initializers)
        {
            if (one is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value } && !IsHalfTyped(value)) yield return (property.Name, value);
        }
    }

    private static bool IsHalfTyped(IOperation value) => value is IInvalidOperation or IConversionOperation { Operand: IInvalidOperation };
}
