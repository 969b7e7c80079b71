using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ermine.Generator.Parsing;

/// <summary>Writes attributes as the expressions that make them.</summary>
internal static class AttributeText
{
    /// <summary>The new-expression: <c>new global::Ermine.QueueTriggerAttribute("votes") { BatchSize = 500 }</c>.</summary>
    public static string New(AttributeData attribute)
    {
        var properties = attribute.NamedArguments.Select(a => $"{a.Key} = {Constant(a.Value)}").ToArray();
        var initializer = properties.Length == 0 ? "" : $" {{ {string.Join(", ", properties)} }}";
        return $"new {attribute.AttributeClass!.Text()}({string.Join(", ", Arguments(attribute))}){initializer}";
    }

    /// <summary>How a person wrote it: <c>QueueTrigger("votes", BatchSize = 500)</c>.</summary>
    public static string Label(AttributeData attribute)
    {
        var name = attribute.AttributeClass!.Name;
        name = name.EndsWith("TriggerAttribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name.Replace("Attribute", "");
        var arguments = Arguments(attribute).Concat(attribute.NamedArguments.Select(a => $"{a.Key} = {Constant(a.Value)}")).ToArray();
        return arguments.Length == 0 ? name : $"{name}({string.Join(", ", arguments)})";
    }

    /// <summary>A constant of any kind that an attribute can have.</summary>
    public static string Constant(TypedConstant constant) => constant.IsNull ? "null" : constant.Kind switch
    {
        TypedConstantKind.Enum => Enum(constant),
        TypedConstantKind.Type => $"typeof({TypeOf((ITypeSymbol)constant.Value!)})",
        TypedConstantKind.Array => $"new {((IArrayTypeSymbol)constant.Type!).ElementType.Text()}[] {{ {string.Join(", ", constant.Values.Select(Constant))} }}",
        _ => Primitive(constant.Value!),
    };

    /// <summary>A primitive value, in the invariant culture whatever that of the compiler's machine.</summary>
    public static string Primitive(object value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        double d => d.ToString("R", CultureInfo.InvariantCulture) + "D",
        float f => f.ToString("R", CultureInfo.InvariantCulture) + "F",
        decimal m => m.ToString(CultureInfo.InvariantCulture) + "M",
        long l => l.ToString(CultureInfo.InvariantCulture) + "L",
        ulong u => u.ToString(CultureInfo.InvariantCulture) + "UL",
        uint u => u.ToString(CultureInfo.InvariantCulture) + "U",
        byte or sbyte or short or ushort => $"({Keyword(value)}){((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
    };

    // Arguments that the author left to their defaults are not repeated.
    private static IEnumerable<string> Arguments(AttributeData attribute)
    {
        var parameters = attribute.AttributeConstructor!.Parameters;
        var given = attribute.ConstructorArguments.Length;
        while (given > 0 && parameters[given - 1] is { HasExplicitDefaultValue: true } last && attribute.ConstructorArguments[given - 1] is { Kind: not TypedConstantKind.Array } argument
            && Equals(last.ExplicitDefaultValue, argument.Value)) given--;
        return attribute.ConstructorArguments.Take(given).Select(Constant);
    }

    private static string Enum(TypedConstant constant)
    {
        var member = constant.Type!.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, constant.Value));
        return member is not null ? $"{constant.Type.Text()}.{member.Name}" : $"({constant.Type.Text()})({Primitive(constant.Value!)})";
    }

    private static string TypeOf(ITypeSymbol type) => type is INamedTypeSymbol { IsUnboundGenericType: true } unbound
        ? unbound.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
        : type.Text();

    private static string Keyword(object value) => value switch
    {
        byte => "byte",
        sbyte => "sbyte",
        short => "short",
        _ => "ushort",
    };
}
