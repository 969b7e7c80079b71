using Microsoft.AspNetCore.WebUtilities;

namespace Ermine.Http;

public sealed partial class HttpInvocation
{
    /// <summary>A value of the query that must be there.</summary>
    public T? Query<T>(string name) where T : IParsable<T> => Read<T>(name, "query", QueryValue(name));

    /// <summary>A value of the query that must be there, read by the type's own <c>TryParse</c>.</summary>
    public T? Query<T>(string name, TextParser<T> tryParse) => Read(name, "query", QueryValue(name), tryParse);

    /// <summary>A value of the query that must be there, read by the type's own <c>TryParse</c> in the invariant culture.</summary>
    public T? Query<T>(string name, CultureTextParser<T> tryParseIn) => Read(name, "query", QueryValue(name), tryParseIn);

    /// <summary>A text of the query that must be there.</summary>
    public string? QueryText(string name) => ReadText(name, "query", QueryValue(name));

    /// <summary>An enumeration's member in the query that must be there.</summary>
    public T QueryEnum<T>(string name) where T : struct, Enum => ReadEnum<T>(name, "query", QueryValue(name));

    /// <summary>All values of one name in the query; none where the request has none.</summary>
    public T[] QueryList<T>(string name) where T : IParsable<T> => ReadList<T>(name, "query", QueryValues(name));

    /// <summary>All values of one name in the query, read by the type's own <c>TryParse</c>.</summary>
    public T[] QueryList<T>(string name, TextParser<T> tryParse) => ReadList(name, "query", QueryValues(name), tryParse);

    /// <summary>All values of one name in the query, read by the type's own <c>TryParse</c> in the invariant culture.</summary>
    public T[] QueryList<T>(string name, CultureTextParser<T> tryParseIn) => ReadList(name, "query", QueryValues(name), tryParseIn);

    /// <summary>All texts of one name in the query; none where the request has none.</summary>
    public string[] QueryTextList(string name) => ReadTextList(name, "query", QueryValues(name));

    /// <summary>An enumeration's members in the query; none where the request has none.</summary>
    public T[] QueryEnumList<T>(string name) where T : struct, Enum => ReadEnumList<T>(name, "query", QueryValues(name));

    /// <summary>Whether the query has a value, for parameters that need none.</summary>
    public bool HasQuery(string name)
    {
        foreach (var pair in new QueryStringEnumerable(Input.Request.QueryString.Value))
        {
            if (IsNamed(pair, name)) return !pair.EncodedValue.IsEmpty;
        }

        return false;
    }

    // Looked for where it stands: the collection of all pairs would cost more than the few that are asked for.
    private string? QueryValue(string name)
    {
        foreach (var pair in new QueryStringEnumerable(Input.Request.QueryString.Value))
        {
            if (IsNamed(pair, name)) return pair.DecodeValue().ToString();
        }

        return null;
    }

    private string[] QueryValues(string name)
    {
        List<string>? values = null;
        foreach (var pair in new QueryStringEnumerable(Input.Request.QueryString.Value))
        {
            if (IsNamed(pair, name)) (values ??= []).Add(pair.DecodeValue().ToString());
        }

        return values?.ToArray() ?? [];
    }

    private static bool IsNamed(QueryStringEnumerable.EncodedNameValuePair pair, string name) => pair.DecodeName().Span.Equals(name, StringComparison.OrdinalIgnoreCase);
}
