using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Queues;

/// <summary>What System.Text.Json makes of a type as such: most of the list was run on .NET 10, the rest is of the same kind as what was.</summary>
internal static class JsonTypes
{
    private const string Live = "which lives in one process only; send a value, or leave it out with [JsonIgnore]";
    private const string Code = "which is code, not data; send a name or a value, or leave it out with [JsonIgnore]";
    private const string Lossy = "which is written without its value; send it as text or as a type of your own";
    private const string Unreadable = "which can be written but not read again; send it as text or as a type of your own";

    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["System.Delegate"] = Code,
        ["System.Type"] = Code,
        ["System.Reflection.MemberInfo"] = Code,
        ["System.Reflection.Assembly"] = Code,
        ["System.Linq.Expressions.Expression"] = Code,
        ["System.IntPtr"] = Live,
        ["System.UIntPtr"] = Live,
        ["System.IO.Stream"] = Live,
        ["System.IO.TextReader"] = Live,
        ["System.IO.TextWriter"] = Live,
        ["System.Threading.Tasks.Task"] = Live,
        ["System.Threading.Tasks.ValueTask"] = Live,
        ["System.Threading.Tasks.ValueTask`1"] = Live,
        ["System.Threading.CancellationToken"] = Live,
        ["System.Threading.CancellationTokenSource"] = Live,
        ["System.Threading.WaitHandle"] = Live,
        ["System.Threading.Thread"] = Live,
        ["System.Threading.Timer"] = Live,
        ["System.Runtime.InteropServices.SafeHandle"] = Live,
        ["System.Collections.Generic.IAsyncEnumerable`1"] = Live,
        ["System.Exception"] = "which holds the method that threw it; send its message and its kind",
        ["System.Text.Encoding"] = Unreadable,
        ["System.Text.RegularExpressions.Regex"] = Unreadable,
        ["System.Globalization.CultureInfo"] = Unreadable,
        ["System.TimeZoneInfo"] = Unreadable,
        ["System.Net.IPAddress"] = Unreadable,
        ["System.Net.Mail.MailAddress"] = Unreadable,
        ["System.Data.DataTable"] = Unreadable,
        ["System.Data.DataSet"] = Unreadable,
        ["System.Xml.Linq.XObject"] = Unreadable,
        ["System.Collections.ObjectModel.ReadOnlyCollection`1"] = Unreadable,
        ["System.Collections.BitArray"] = Unreadable,
        ["System.ArraySegment`1"] = Unreadable,
        ["System.Text.StringBuilder"] = Lossy,
        ["System.Numerics.BigInteger"] = Lossy,
        ["System.Numerics.Complex"] = Lossy,
    };

    private static readonly HashSet<string> CollectionInterfaces = new(StringComparer.Ordinal)
    {
        "System.Collections.IEnumerable", "System.Collections.ICollection", "System.Collections.IList", "System.Collections.IDictionary",
        "System.Collections.Generic.IEnumerable`1", "System.Collections.Generic.ICollection`1", "System.Collections.Generic.IList`1",
        "System.Collections.Generic.IReadOnlyCollection`1", "System.Collections.Generic.IReadOnlyList`1", "System.Collections.Generic.ISet`1",
        "System.Collections.Generic.IDictionary`2", "System.Collections.Generic.IReadOnlyDictionary`2",
        "System.Collections.Immutable.IImmutableList`1", "System.Collections.Immutable.IImmutableSet`1", "System.Collections.Immutable.IImmutableQueue`1",
        "System.Collections.Immutable.IImmutableStack`1", "System.Collections.Immutable.IImmutableDictionary`2",
    };

    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "System.Guid", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.Uri", "System.Version",
        "System.Half", "System.Int128", "System.UInt128",
    };

    /// <summary>Why the type cannot be carried, whatever it holds; null where it can.</summary>
    public static string? Refusal(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol or ITypeParameterSymbol or IDynamicTypeSymbol => null,
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => Live,
        IArrayTypeSymbol { Rank: > 1 } => "and JSON has no arrays of several dimensions; use an array of arrays",
        { IsRefLikeType: true } => Live,
        INamedTypeSymbol { IsTupleType: true } => "and the elements of a tuple are fields, which JSON leaves out; use a record",
        _ => Listed(type) ?? Open(type),
    };

    /// <summary>The dictionary interface that the type is read and written by; null where it is none.</summary>
    public static INamedTypeSymbol? Dictionary(ITypeSymbol type) => WrittenMembers.DictionaryOf(type);

    /// <summary>What a sequence is of; null where the type is none.</summary>
    public static ITypeSymbol? Element(ITypeSymbol type) => WrittenMembers.ElementOf(type);

    /// <summary>The types that <c>[JsonDerivedType]</c> says may stand in the type's place.</summary>
    public static IEnumerable<ITypeSymbol> Kinds(ITypeSymbol type) => type.GetAttributes()
        .Where(a => a.AttributeClass.Is("System.Text.Json.Serialization.JsonDerivedTypeAttribute") && a.ConstructorArguments.Length > 0)
        .Select(a => a.ConstructorArguments[0].Value).OfType<ITypeSymbol>();

    public static bool IsKey(ITypeSymbol type) => type.TypeKind is TypeKind.Enum or TypeKind.TypeParameter or TypeKind.Error
        || type.SpecialType is (>= SpecialType.System_Boolean and <= SpecialType.System_String) or SpecialType.System_DateTime
        || Keys.Any(k => type.Is(k)) || JsonMembers.HasConverter(type);

    private static string? Listed(ITypeSymbol type)
    {
        for (ITypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (Refused.TryGetValue($"{level.ContainingNamespace}.{level.MetadataName}", out var reason)) return reason;
        }

        return null;
    }

    private static string? Open(ITypeSymbol type)
    {
        if (type is { TypeKind: not TypeKind.Interface } and not { TypeKind: TypeKind.Class, IsAbstract: true }) return null;
        if ($"{type.ContainingNamespace}".StartsWith("System.Text.Json", StringComparison.Ordinal)) return null;
        if (CollectionInterfaces.Contains($"{type.ContainingNamespace}.{type.MetadataName}")) return null;
        if (Kinds(type).Any()) return null;

        return $"and what class to make of {(type.TypeKind == TypeKind.Interface ? "an interface" : "an abstract class")} when it is read is open; name a class, or list its kinds with [JsonDerivedType]";
    }
}
