using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Parsing;

/// <summary>Values in a predicate that are known before it runs: constants, and static readonly fields that are given one.</summary>
internal static class PredicateConstant
{
    /// <summary>Reads a value.</summary>
    /// <returns>Whether it is known.</returns>
    public static bool TryRead(IOperation operation, Compilation compilation, CancellationToken ct, out object? value)
    {
        if (operation.ConstantValue is { HasValue: true } constant)
        {
            value = constant.Value;
            return true;
        }

        value = null;
        return operation switch
        {
            IConversionOperation { OperatorMethod: null } conversion => TryRead(conversion.Operand, compilation, ct, out value) && value is not float, // a float is another double than its text says
            IFieldReferenceOperation { Field: { IsStatic: true, Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => (value = "") is not null,
            IFieldReferenceOperation reference => Initializer(reference.Field, compilation, ct)?.ConstantValue is { HasValue: true } given && ((value = given.Value), true).Item2, // of a constant, and not of another field: those may make a circle
            _ => false,
        };
    }

    /// <summary>The values of a list that is known: <c>new[] { .. }</c>, <c>[..]</c>, or a static readonly field that is given one.</summary>
    public static IReadOnlyList<object?>? List(IOperation operation, Compilation compilation, CancellationToken ct)
    {
        switch (operation)
        {
            case IConversionOperation conversion:
                return List(conversion.Operand, compilation, ct);
            case IArrayCreationOperation { Initializer: { } initializer }:
                return Values(initializer.ElementValues);
            case ICollectionExpressionOperation collection:
                return Values(collection.Elements);
            case IFieldReferenceOperation reference when Initializer(reference.Field, compilation, ct) is { } given and not IFieldReferenceOperation:
                return List(given, compilation, ct);
            default:
                return null;
        }

        IReadOnlyList<object?>? Values(IEnumerable<IOperation> elements)
        {
            var values = new List<object?>();
            foreach (var element in elements)
            {
                if (!TryRead(element, compilation, ct, out var value)) return null;
                values.Add(value);
            }

            return values;
        }
    }

    /// <summary>A number as JSON writes it; null where it is none.</summary>
    public static string? Number(object? value) => value switch
    {
        double d => double.IsNaN(d) || double.IsInfinity(d) ? null : d.ToString("R", CultureInfo.InvariantCulture),
        float f => float.IsNaN(f) || float.IsInfinity(f) ? null : f.ToString("R", CultureInfo.InvariantCulture),
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    // A static constructor may give the field another value.
    private static IOperation? Initializer(IFieldSymbol field, Compilation compilation, CancellationToken ct) =>
        field is { IsStatic: true, IsReadOnly: true } && !field.ContainingType.StaticConstructors.Any(c => !c.IsImplicitlyDeclared)
        && field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(ct) is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? compilation.GetSemanticModel(value.SyntaxTree).GetOperation(value, ct) : null;
}
