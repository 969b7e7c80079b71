using System.Text;
using System.Text.RegularExpressions;

namespace Ermine.Architecture.Tests.Sql;

/// <summary>A statement without what is in its comments and quotes.</summary>
internal static partial class SqlText
{
    public static string Bare(string sql)
    {
        var text = new StringBuilder(sql.Length);
        var at = 0;
        foreach (Match quoted in Quoted().Matches(sql))
        {
            text.Append(sql, at, quoted.Index - at).Append('_');
            at = quoted.Index + quoted.Length;
        }

        return text.Append(sql, at, sql.Length - at).ToString();
    }

    [GeneratedRegex("""--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|"(?:[^"]|"")*"|(?<tag>\$\w*\$).*?\k<tag>""", RegexOptions.Singleline)]
    private static partial Regex Quoted();
}
