using System.Text;

namespace Ermine.Kernel;

/// <summary>Where a value stands in a JSON text, as RFC 6901 writes it: <c>/items/0/name</c>; empty for the whole.</summary>
internal static class JsonPointer
{
    /// <summary>One step down, to a member or a place in a list.</summary>
    public static string Segment(string name) => name.AsSpan().IndexOfAny('~', '/') < 0 ? $"/{name}" : $"/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>The name that a pointer of one step is made of.</summary>
    public static string Plain(string pointer) => pointer.TrimStart('/').Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    /// <summary>The pointer for a path as the serializer writes it: <c>$.items[0]['a.b']</c>.</summary>
    public static string Of(string? path)
    {
        var pointer = new StringBuilder();
        for (var i = 1; i < path?.Length;)
        {
            var isQuoted = path.AsSpan(i).StartsWith("['");
            var start = isQuoted ? i + 2 : i + 1;
            var end = isQuoted ? path.IndexOf("']", start, StringComparison.Ordinal) : path.IndexOfAny(path[i] == '[' ? [']'] : ['.', '['], start);
            if (end < 0) end = path.Length;
            pointer.Append(Segment(path[start..end]));
            i = isQuoted ? end + 2 : path[i] == '[' ? end + 1 : end;
        }

        return pointer.ToString();
    }
}
