using System.Globalization;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Rules.Queues;

/// <summary>Whether a <see cref="TimeSpan"/> is more or less than zero, as far as can be told without running it: C# has no constants of that type.</summary>
internal static class ConstantSpan
{
    /// <summary>-1, 0 or 1; null where it is not known.</summary>
    public static int? SignOf(IOperation value) => value switch
    {
        IConversionOperation conversion => SignOf(conversion.Operand),
        IParenthesizedOperation parenthesized => SignOf(parenthesized.Operand),
        IDefaultValueOperation => 0,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => -SignOf(minus.Operand),
        IFieldReferenceOperation { Field: { ContainingType: var type, Name: var name } } when IsSpan(type) => name switch
        {
            "Zero" => 0,
            "MaxValue" => 1,
            "MinValue" => -1,
            _ => null,
        },
        IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: var type, Name: var name }, Arguments: var arguments }
            when IsSpan(type) && name.StartsWith("From", StringComparison.Ordinal) => SignOf(arguments),
        IObjectCreationOperation { Type: var type, Arguments: var arguments } when IsSpan(type) => SignOf(arguments),
        _ => null,
    };

    // Parts of one sign have that sign together, and parts of several are not worth adding up.
    private static int? SignOf(IEnumerable<IArgumentOperation> parts)
    {
        var signs = parts.Select(p => Number(p.Value)).ToList();
        if (signs.Contains(null)) return null;
        return signs.TrueForAll(s => s == 0) ? 0 : signs.TrueForAll(s => s >= 0) ? 1 : signs.TrueForAll(s => s <= 0) ? -1 : null;
    }

    private static int? Number(IOperation part) => part.ConstantValue is { HasValue: true, Value: IConvertible number and not (string or bool or char) }
        ? Math.Sign(Convert.ToDouble(number, CultureInfo.InvariantCulture))
        : null;

    private static bool IsSpan(ITypeSymbol? type) => type.Is("System.TimeSpan");
}
