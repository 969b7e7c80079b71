using System.Globalization;
using System.Text;

namespace Ermine.Generator.Conditions;

/// <summary>Writes texts as strings of JSON that may stand in code.</summary>
internal static class JsonLiteral
{
    /// <summary>The string, with its quotes.</summary>
    public static string Of(string text)
    {
        var json = new StringBuilder();
        Append(json, text);
        return json.ToString();
    }

    // Besides what JSON escapes, what C# takes for the end of a line, and halves of letters, which no file can hold.
    public static void Append(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var letter in text)
        {
            if (letter is '"' or '\\') json.Append('\\').Append(letter);
            else if (char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029') json.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else json.Append(letter);
        }

        json.Append('"');
    }
}
