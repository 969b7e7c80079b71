using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ermine.Generator.Parsing;

/// <summary>Writes attributes as the expressions that make them.</summary>
internal static class AttributeText
{
    /// <summary>The new-expression: <c>new global::Ermine.QueueTriggerAttribute("votes") { BatchSize = 500 }</c>.</summary>
    public static string New(AttributeData attribute) => New(attribute, attribute.AttributeClass!, string.Join(", ", Arguments(attribute)));

    /// <summary>The new-expression of an attribute of another type and with other arguments, which has the same properties.</summary>
    public static string New(AttributeData attribute, INamedTypeSymbol type, string arguments)
    {
        var initializer = attribute.NamedArguments.IsEmpty ? "" : $" {{ {string.Join(", ", Properties(attribute))} }}";
        return $"new {type.Text()}({arguments}){initializer}";
    }

    /// <summary>How a person wrote it: <c>QueueTrigger("votes", BatchSize = 500)</c>.</summary>
    public static string Label(AttributeData attribute)
    {
        var name = ShortName(attribute);
        var arguments = string.Join(", ", Arguments(attribute).Concat(Properties(attribute))).Replace("global::", "");
        return arguments.Length == 0 ? name : $"{name}({arguments})";
    }

    /// <summary>The attribute's name as it is written: without its suffix.</summary>
    public static string ShortName(AttributeData attribute) =>
        attribute.AttributeClass!.Name is var name && name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;

    /// <summary>The values that its author has given it, by the names of parameters and properties.</summary>
    public static IEnumerable<(string Name, TypedConstant Value)> Given(AttributeData attribute) =>
        attribute.ConstructorArguments.Take(GivenArguments(attribute)).Select((a, i) => (attribute.AttributeConstructor!.Parameters[i].Name, a))
            .Concat(attribute.NamedArguments.Select(n => (n.Key, n.Value))).Where(v => v.Item1.Length > 0); // half-typed code has parameters without a name

    /// <summary>Whether generated code of an assembly can write the attribute: nothing in it is private to another place.</summary>
    public static bool IsReachable(AttributeData attribute, IAssemblySymbol from) =>
        attribute.AttributeClass!.IsReachableType(from) && attribute.AttributeConstructor!.IsReachable(from)
        && attribute.ConstructorArguments.All(a => IsReachable(a, from)) && attribute.NamedArguments.All(a => IsReachable(a.Value, from));

    /// <summary>Whether making it reflects on what trimming may take. Whoever publishes the app trimmed is told so where its author has put it.</summary>
    public static bool Reflects(AttributeData attribute) =>
        attribute.AttributeConstructor!.Attribute("System.Diagnostics.CodeAnalysis.RequiresUnreferencedCodeAttribute") is not null;

    /// <summary>A constant of any kind that an attribute can have.</summary>
    public static string Constant(TypedConstant constant) => constant.IsNull ? "null!" : constant.Kind switch
    {
        TypedConstantKind.Enum => Enum(constant.Type!, constant.Value!),
        TypedConstantKind.Type => $"typeof({((ITypeSymbol)constant.Value!).Text()})",
        TypedConstantKind.Array when constant.Values.IsEmpty => $"new {ElementOf(constant).Text()}[0]",
        TypedConstantKind.Array => $"new {ElementOf(constant).Text()}[] {{ {string.Join(", ", constant.Values.Select(Constant))} }}",
        _ => Primitive(constant.Value!),
    };

    /// <summary>A member of an enumeration, or a number where no member has that value.</summary>
    public static string Enum(ITypeSymbol type, object value)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, value)) return $"{type.Text()}.{Symbols.Identifier(field.Name)}";
        }

        return $"({type.Text()})({Primitive(value)})";
    }

    /// <summary>A primitive value, in the invariant culture whatever that of the compiler's machine.</summary>
    public static string Primitive(object value) => value switch
    {
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        char letter => SymbolDisplay.FormatLiteral(letter, quote: true),
        bool flag => flag ? "true" : "false",
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
        byte b => $"(byte){b.ToString(CultureInfo.InvariantCulture)}",
        sbyte b => $"(sbyte){b.ToString(CultureInfo.InvariantCulture)}",
        short s => $"(short){s.ToString(CultureInfo.InvariantCulture)}",
        ushort s => $"(ushort){s.ToString(CultureInfo.InvariantCulture)}",
        _ => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
    };

    // Arguments that the author left to their defaults are not repeated.
    private static int GivenArguments(AttributeData attribute)
    {
        var parameters = attribute.AttributeConstructor!.Parameters;
        var given = attribute.ConstructorArguments.Length;
        while (given > 0 && IsDefault(parameters[given - 1], attribute.ConstructorArguments[given - 1])) given--;
        return given;
    }

    private static IEnumerable<string> Arguments(AttributeData attribute)
    {
        var isOverloaded = attribute.AttributeClass!.InstanceConstructors.Length > 1;
        return attribute.ConstructorArguments.Take(GivenArguments(attribute)).Select(a => isOverloaded && a is { IsNull: true, Type: { } type } ? $"(({type.Text()})null!)" : Constant(a));
    }

    // A line number that the compiler has filled in would change with every line above it.
    private static bool IsDefault(IParameterSymbol parameter, TypedConstant argument) => parameter.HasExplicitDefaultValue
        && ((argument.Kind != TypedConstantKind.Array && Equals(parameter.ExplicitDefaultValue, argument.Value))
            || parameter.GetAttributes().Any(a => a.AttributeClass is { Name: "CallerLineNumberAttribute" or "CallerFilePathAttribute" or "CallerMemberNameAttribute" }));

    private static IEnumerable<string> Properties(AttributeData attribute) => attribute.NamedArguments.Select(a => $"{Symbols.Identifier(a.Key)} = {Constant(a.Value)}");

    private static ITypeSymbol ElementOf(TypedConstant array) => ((IArrayTypeSymbol)array.Type!).ElementType;

    private static bool IsReachable(TypedConstant constant, IAssemblySymbol from) => constant switch
    {
        { IsNull: true } => true,
        { Kind: TypedConstantKind.Array } => ElementOf(constant).IsReachableType(from) && constant.Values.All(v => IsReachable(v, from)),
        { Kind: TypedConstantKind.Type } => ((ITypeSymbol)constant.Value!).IsReachableType(from),
        _ => constant.Type is null || constant.Type.IsReachableType(from),
    };
}
