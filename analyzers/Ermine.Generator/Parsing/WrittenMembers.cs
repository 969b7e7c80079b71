using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Which members System.Text.Json always writes, and as what, by its web defaults and the attributes that stand in code.</summary>
internal static class WrittenMembers
{
    private const string Json = "System.Text.Json.Serialization.";

    /// <summary>The properties of a type that are written.</summary>
    public static IEnumerable<IPropertySymbol> Of(ITypeSymbol type)
    {
        for (ITypeSymbol? level = type; level is { SpecialType: SpecialType.None }; level = level.BaseType)
        {
            foreach (var property in level.GetMembers().OfType<IPropertySymbol>().Where(IsWritten)) yield return property;
        }
    }

    /// <summary>The members of a type that may be written, now and then or by a converter.</summary>
    public static IEnumerable<ISymbol> Seen(ITypeSymbol type)
    {
        for (ITypeSymbol? level = type; level is { SpecialType: not SpecialType.System_Object }; level = level.BaseType)
        {
            foreach (var member in level.GetMembers().Where(IsSeen)) yield return member;
        }
    }

    public static bool IsWritten(IPropertySymbol property) => property is { IsStatic: false, IsIndexer: false, GetMethod: { } get }
        && (property.DeclaredAccessibility == Accessibility.Public && get.DeclaredAccessibility == Accessibility.Public || property.Attribute(Json + "JsonIncludeAttribute") is not null)
        && property.Attribute(Json + "JsonExtensionDataAttribute") is null && property.Attribute(Json + "JsonNumberHandlingAttribute") is null && !IsLeftOut(property);

    /// <summary>What a property or field is written as.</summary>
    public static EventMemberKind KindOf(ISymbol member)
    {
        var type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
        if (member.Attribute(Json + "JsonConverterAttribute") is { } converter) return Converted(Plain(type), converter);
        return member.Attribute(Json + "JsonNumberHandlingAttribute") is null ? KindOf(type) : EventMemberKind.Unknown;
    }

    /// <summary>What a value of a type is written as.</summary>
    public static EventMemberKind KindOf(ITypeSymbol written)
    {
        var type = Plain(written);
        if (type.Attribute(Json + "JsonConverterAttribute") is { } converter) return Converted(type, converter);
        if (type.TypeKind == TypeKind.Enum) return EventMemberKind.NumberedEnum;

        return type.SpecialType switch
        {
            SpecialType.System_Boolean => EventMemberKind.Boolean,
            SpecialType.System_String => EventMemberKind.Text,
            SpecialType.System_Char => EventMemberKind.Character,
            SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32
                or SpecialType.System_Int64 or SpecialType.System_UInt64 => EventMemberKind.Integer,
            SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => EventMemberKind.Fraction,
            SpecialType.System_DateTime => EventMemberKind.OtherText,
            _ when type.Is("System.Guid") || type.Is("System.DateTimeOffset") || type.Is("System.DateOnly") || type.Is("System.TimeOnly") || type.Is("System.TimeSpan") || type.Is("System.Uri") => EventMemberKind.OtherText,
            _ when DictionaryOf(type) is not null => EventMemberKind.Unknown,
            _ when ElementOf(type) is { } element => element.SpecialType == SpecialType.System_Byte && type is IArrayTypeSymbol ? EventMemberKind.Unknown : EventMemberKind.List,
            _ when type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } && !IsOfFramework(type) && type.Attribute(Json + "JsonNumberHandlingAttribute") is null => EventMemberKind.Object,
            _ => EventMemberKind.Unknown,
        };
    }

    /// <summary>What a sequence is of; null where the type is none.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => null,
        IArrayTypeSymbol array => array.ElementType,
        _ => Implemented(type, "System.Collections.Generic.IEnumerable`1")?.TypeArguments[0],
    };

    /// <summary>The type without the mark that a value of it may be missing.</summary>
    public static ITypeSymbol Plain(ITypeSymbol type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>The dictionary interface that the type is read and written by; null where it is none.</summary>
    public static INamedTypeSymbol? DictionaryOf(ITypeSymbol type) =>
        Implemented(type, "System.Collections.Generic.IDictionary`2") ?? Implemented(type, "System.Collections.Generic.IReadOnlyDictionary`2");

    private static INamedTypeSymbol? Implemented(ITypeSymbol type, string fullName) =>
        type is INamedTypeSymbol named && named.OriginalDefinition.Is(fullName) ? named : type.AllInterfaces.FirstOrDefault(i => i.OriginalDefinition.Is(fullName));

    private static bool IsSeen(ISymbol member) => member is IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null } or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false }
        && (member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public } || member.Attribute(Json + "JsonIncludeAttribute") is not null)
        && member.Attribute(Json + "JsonExtensionDataAttribute") is null
        && !(member.Attribute(Json + "JsonIgnoreAttribute") is { } ignore && (ignore.NamedArguments.IsEmpty || ignore.NamedArguments.Any(a => a.Key == "Condition" && a.Value.Value is 1))); // 1 is JsonIgnoreCondition.Always

    // The one converter of which it is known what it writes.
    private static EventMemberKind Converted(ITypeSymbol type, AttributeData converter) =>
        type.TypeKind == TypeKind.Enum && converter.ConstructorArguments is [{ Value: INamedTypeSymbol given }] && (given.Is(Json + "JsonStringEnumConverter") || given.Is(Json + "JsonStringEnumConverter`1"))
            ? EventMemberKind.NamedEnum : EventMemberKind.Unknown;

    private static bool IsLeftOut(IPropertySymbol property) =>
        property.Attribute(Json + "JsonIgnoreAttribute") is { } ignore && !ignore.NamedArguments.Any(a => a.Key == "Condition" && a.Value.Value is 0); // 0 is JsonIgnoreCondition.Never

    private static bool IsOfFramework(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false }) space = space.ContainingNamespace;
        return space is { Name: "System" or "Microsoft" };
    }
}
