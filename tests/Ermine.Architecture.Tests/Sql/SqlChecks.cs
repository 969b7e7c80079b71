using System.Text.RegularExpressions;
using Ermine.Architecture.Tests.Tree;

namespace Ermine.Architecture.Tests.Sql;

internal static partial class SqlChecks
{
    /// <summary>A file that is not lower case, says nothing at its head, or holds more than one statement. Migrations hold several.</summary>
    public static IEnumerable<string> File(SourceFile file)
    {
        var bare = SqlText.Bare(file.Text).Replace("_", "").Trim();
        if (!file.Text.StartsWith("--", StringComparison.Ordinal)) yield return $"{file.Path} has no comment at its head that says what it returns and which index serves it";
        if (bare.Any(char.IsUpper)) yield return $"{file.Path} is not in lower case: {bare.Split('\n').First(l => l.Any(char.IsUpper)).Trim()}";
        if (bare.Length == 0) yield return $"{file.Path} holds no statement";
        if (!Migration().IsMatch(file.Path) && bare.TrimEnd(';').Contains(';', StringComparison.Ordinal)) yield return $"{file.Path} holds several statements; one stands in one file";
    }

    /// <summary>Whether a literal is SQL, which belongs into a file.</summary>
    public static bool IsSql(string literal) => Statement().IsMatch(literal);

    [GeneratedRegex(@"/Migrations/\d{4}_[^/]*\.sql$")]
    private static partial Regex Migration();

    [GeneratedRegex(
        @"^\s*(select\s+\S|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|merge\s+into\s|with\s+\S+\s+as\s|truncate\s+\S|(un)?listen\s+\S|notify\s+\S|copy\s+\S+\s*(\(|from|to)|call\s+\S+\(|(create|alter|drop)\s+(or\s+replace\s+)?(table|index|unique|schema|database|function|procedure|role|sequence|type|view|trigger|extension)\b|set\s+(local|session)\s)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Statement();
}
