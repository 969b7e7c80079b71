using System.Text;

namespace Ermine.Kernel;

/// <summary>Names a place in a JSON document by RFC 6901: <c>/items/0/name</c>; the document itself has the empty name.</summary>
internal static class JsonPointer
{
    /// <summary>The pointer to a path of the serializer's, without its root: <c>items[0].name</c>, or <c>['a.b']</c>.</summary>
    public static string Of(string path)
    {
        var pointer = new StringBuilder(path.Length + 1);
        for (var start = 0; start < path.Length;)
        {
            var (from, end, next) = path[start] == '['
                ? path.AsSpan(start + 1).StartsWith("'") ? Until(path, start + 2, "']", 2) : Until(path, start + 1, "]", 1)
                : Name(path, path[start] == '.' ? start + 1 : start);
            pointer.Append(Member(path[from..end]));
            start = next;
        }

        return pointer.ToString();
    }

    /// <summary>One step down: a slash, and the member's name with what has a meaning in a pointer escaped.</summary>
    public static string Member(string name) => $"/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private static (int From, int End, int Next) Name(string path, int from)
    {
        var end = path.AsSpan(from).IndexOfAny('.', '[');
        end = end < 0 ? path.Length : from + end;
        return (from, end, end);
    }

    private static (int From, int End, int Next) Until(string path, int from, string closing, int length)
    {
        var end = path.IndexOf(closing, from, StringComparison.Ordinal);
        return end < 0 ? (from, path.Length, path.Length) : (from, end, end + length);
    }
}
