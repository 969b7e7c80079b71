namespace Ermine.Kernel;

/// <summary>What a type is in JSON, in words for who has to write it.</summary>
internal static class JsonKind
{
    public static string Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum) return $"one of {string.Join(", ", Enum.GetNames(type))}, as the app's JSON has them";
        if (type == typeof(Guid)) return "a UUID";
        if (type == typeof(DateTime) || type == typeof(DateTimeOffset)) return "a date and time in ISO 8601";
        if (type == typeof(DateOnly)) return "a date in ISO 8601";
        if (type == typeof(TimeOnly) || type == typeof(TimeSpan)) return "a time such as 00:05:00";
        if (type == typeof(Uri)) return "an address";
        if (type == typeof(byte[])) return "a text in Base64";
        if (type.IsArray || (type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type))) return "a list, or an object of the members that its type has";
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => "true or false",
            TypeCode.String or TypeCode.Char => "a text",
            TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "a number",
            TypeCode.Object => "an object",
            _ => "a whole number within its range",
        };
    }
}
