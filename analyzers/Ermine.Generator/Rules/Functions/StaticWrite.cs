using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Rules.Functions;

/// <summary>An operation that changes what a static field or property of the user's own holds.</summary>
internal static class StaticWrite
{
    // GetOrAdd is left out: it fills a cache, whose entries are the same whoever makes them.
    private static readonly HashSet<string> Changes = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "AddFirst", "AddLast", "AddBefore", "AddAfter", "AddOrUpdate", "Insert", "InsertRange", "TryAdd", "TryUpdate", "Append", "Push", "PushRange", "Enqueue", "EnqueueRange", "EnqueueDequeue",
        "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "RemoveWhere", "RemoveFirst", "RemoveLast", "TryRemove", "TryTake", "Pop", "TryPop", "Dequeue", "TryDequeue", "Clear",
        "Sort", "Reverse", "Set", "SetAll", "UnionWith", "ExceptWith", "IntersectWith", "SymmetricExceptWith",
    };

    /// <summary>What the operation changes; null where it changes nothing static.</summary>
    public static ISymbol? Of(IOperation operation) => operation switch
    {
        IAssignmentOperation { Target: var target } => InTarget(target),
        IIncrementOrDecrementOperation { Target: var target } => InTarget(target),
        IArgumentOperation { Parameter: { RefKind: RefKind.Ref or RefKind.Out } parameter, Value: var value } when !IsMadeForIt(parameter.ContainingType) => InTarget(value),
        IInvocationOperation { TargetMethod: var method, Instance: { } collection } when Changes.Contains(method.Name) && IsCollection(collection.Type) => Held(collection),
        _ => null,
    };

    private static ISymbol? InTarget(IOperation target) => target switch
    {
        ITupleOperation tuple => tuple.Elements.Select(InTarget).FirstOrDefault(s => s is not null),
        IDeclarationExpressionOperation => null,
        IArrayElementReferenceOperation { ArrayReference: var array } => Held(array),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } collection } when IsCollection(collection.Type) => Held(collection),
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: false, IsConst: false } field } => Own(field),
        IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: not null } property } => Own(property),
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } part } => InTarget(part),
        IPropertyReferenceOperation { Property.IsIndexer: false, Instance: { Type.IsValueType: true } part } => InTarget(part),
        _ => null,
    };

    // Here what holds it may well be read-only.
    private static ISymbol? Held(IOperation operation) => operation switch
    {
        IConversionOperation { Operand: var operand } => Held(operand),
        IFieldReferenceOperation { Field: { IsStatic: true } field } => Own(field),
        IPropertyReferenceOperation { Property: { IsStatic: true } property } => Own(property),
        _ => null,
    };

    private static ISymbol? Own(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Length > 0 && symbol.Attribute("System.ThreadStaticAttribute") is null ? symbol : null;

    private static bool IsMadeForIt(ITypeSymbol? type) => type is not null && (type.Is("System.Threading.Interlocked") || type.Is("System.Threading.Volatile") || type.Is("System.Threading.LazyInitializer"));

    private static bool IsCollection(ITypeSymbol? type)
    {
        for (var space = type?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.Name is "Immutable" or "Frozen") return false;
            if (space is { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }) return true;
        }

        return type is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class } && type.Implements("System.Collections.ICollection");
    }
}
