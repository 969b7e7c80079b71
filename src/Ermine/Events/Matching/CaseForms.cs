namespace Ermine.Events.Matching;

/// <summary>
/// Lower and upper forms of a UTF-16 unit by the full mappings of Unicode without a language, as a JVM has them. The base library maps one unit to one unit,
/// so the units whose form is several, or that it leaves alone, are listed (UnicodeData.txt and SpecialCasing.txt).
/// </summary>
internal static class CaseForms
{
    private const string Iota = "\u0399";

    // Each unit, and behind it what its upper form is.
    private const string UpperForms =
        "\u00dfSS \u0131I \u0149\u02bcN \u017fS \u01f0J\u030c \u0390\u0399\u0308\u0301 \u03b0\u03a5\u0308\u0301 \u0587\u0535\u0552 \u1e96H\u0331 "
        + "\u1e97T\u0308 \u1e98W\u030a \u1e99Y\u030a \u1e9aA\u02be \u1f50\u03a5\u0313 \u1f52\u03a5\u0313\u0300 \u1f54\u03a5\u0313\u0301 "
        + "\u1f56\u03a5\u0313\u0342 \u1fb2\u1fba\u0399 \u1fb3\u0391\u0399 \u1fb4\u0386\u0399 \u1fb6\u0391\u0342 \u1fb7\u0391\u0342\u0399 "
        + "\u1fbc\u0391\u0399 \u1fc2\u1fca\u0399 \u1fc3\u0397\u0399 \u1fc4\u0389\u0399 \u1fc6\u0397\u0342 \u1fc7\u0397\u0342\u0399 \u1fcc\u0397\u0399 "
        + "\u1fd2\u0399\u0308\u0300 \u1fd3\u0399\u0308\u0301 \u1fd6\u0399\u0342 \u1fd7\u0399\u0308\u0342 \u1fe2\u03a5\u0308\u0300 "
        + "\u1fe3\u03a5\u0308\u0301 \u1fe4\u03a1\u0313 \u1fe6\u03a5\u0342 \u1fe7\u03a5\u0308\u0342 \u1ff2\u1ffa\u0399 \u1ff3\u03a9\u0399 "
        + "\u1ff4\u038f\u0399 \u1ff6\u03a9\u0342 \u1ff7\u03a9\u0342\u0399 \u1ffc\u03a9\u0399 \ufb00FF \ufb01FI \ufb02FL \ufb03FFI \ufb04FFL \ufb05ST "
        + "\ufb06ST \ufb13\u0544\u0546 \ufb14\u0544\u0535 \ufb15\u0544\u053b \ufb16\u054e\u0546 \ufb17\u0544\u053d";

    private static readonly Dictionary<char, string> Uppers = UpperForms.Split(' ').ToDictionary(e => e[0], e => e.Substring(1));

    /// <summary>The lower form.</summary>
    public static string Lower(char c) => c == '\u0130' ? "i\u0307" : char.ToLowerInvariant(c).ToString();

    /// <summary>The upper form.</summary>
    public static string Upper(char c)
    {
        // Greek letters with a iota below come in three blocks of sixteen, eight small ones and eight with a capital.
        if (c is >= '\u1f80' and <= '\u1faf') return (char)((c < '\u1f90' ? 0x1f08 : c < '\u1fa0' ? 0x1f28 : 0x1f68) + (c & 7)) + Iota;

        return Uppers.TryGetValue(c, out var upper) ? upper : char.ToUpperInvariant(c).ToString();
    }
}
