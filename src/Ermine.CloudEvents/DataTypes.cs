namespace Ermine.CloudEvents;

/// <summary>What the content type of a CloudEvent's data says of them: JSON, text, or else bytes.</summary>
internal static class DataTypes
{
    /// <summary>The type of data that say none.</summary>
    public const string Json = "application/json";

    /// <summary>The type of bytes that say none.</summary>
    public const string Bytes = "application/octet-stream";

    /// <summary>Whether it is the one that JSON has by default, with whatever parameters.</summary>
    public static bool IsPlainJson(string? type) => Kind(type).Equals(Json, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether data are JSON.</summary>
    public static bool IsJson(string? type) => IsPlainJson(type) || Kind(type).EndsWith("+json", StringComparison.OrdinalIgnoreCase) || Kind(type).Equals("text/json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether data are text.</summary>
    public static bool IsText(string? type) => !IsJson(type) && Kind(type).StartsWith("text/", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Kind(string? type)
    {
        var text = (type ?? Json).AsSpan();
        return text[..(text.IndexOf(';') is >= 0 and var end ? end : text.Length)].Trim();
    }
}
