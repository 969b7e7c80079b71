using System.Globalization;

namespace Ermine.Http;

/// <summary>Reads members of an enumeration: by name alone, without regard to case.</summary>
internal static class EnumText
{
    public static bool TryParse<T>(string? text, out T value) where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value) && !long.TryParse(text, CultureInfo.InvariantCulture, out _);
}
