namespace Ermine.OpenApi.Schemas;

/// <summary>A regular expression for the whole of a text, as the attribute asks for it; a schema's may fit anywhere.</summary>
internal static class WholePattern
{
    /// <summary>The expression with its ends marked, and as it is written where they are.</summary>
    public static string Of(string pattern)
    {
        var (begin, end) = (pattern.StartsWith(@"\A", StringComparison.Ordinal) ? 2 : pattern.StartsWith('^') ? 1 : 0, EndOf(pattern));
        var inner = pattern[begin..^end];
        var isOne = !HasAlternatives(inner);
        return begin > 0 && end > 0 && isOne ? $"^{inner}$" : $"^(?:{(isOne ? inner : pattern)})$";
    }

    private static int EndOf(string pattern) => !IsMark(pattern) ? 0 : pattern[^1] == '$' ? 1 : 2;

    // A dollar that is escaped is an ordinary one, and so is the z behind a backslash that is.
    private static bool IsMark(string pattern) => pattern switch
    {
        [.. var before, '$'] => IsEven(before),
        [.. var before, '\\', 'z' or 'Z'] => IsEven(before),
        _ => false,
    };

    private static bool IsEven(string before) => (before.Length - before.TrimEnd('\\').Length) % 2 == 0;

    // Of alternatives, each may have ends of its own.
    private static bool HasAlternatives(string pattern)
    {
        var (depth, isInClass) = (0, false);
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    isInClass = true;
                    break;
                case ']':
                    isInClass = false;
                    break;
                case '(' when !isInClass:
                    depth++;
                    break;
                case ')' when !isInClass:
                    depth--;
                    break;
                case '|' when !isInClass && depth == 0:
                    return true;
            }
        }

        return false;
    }
}
