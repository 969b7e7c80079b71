using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Ermine.Http;

public sealed partial class HttpInvocation
{
    /// <summary>A value of a header that must be there.</summary>
    public T? Header<T>(string name) where T : IParsable<T> => Read<T>(name, "header", HeaderValue(name));

    /// <summary>A value of a header that must be there, read by the type's own <c>TryParse</c>.</summary>
    public T? Header<T>(string name, TextParser<T> tryParse) => Read(name, "header", HeaderValue(name), tryParse);

    /// <summary>A value of a header that must be there, read by the type's own <c>TryParse</c> in the invariant culture.</summary>
    public T? Header<T>(string name, CultureTextParser<T> tryParseIn) => Read(name, "header", HeaderValue(name), tryParseIn);

    /// <summary>A text of a header that must be there.</summary>
    public string? HeaderText(string name) => ReadText(name, "header", HeaderValue(name));

    /// <summary>An enumeration's member in a header that must be there.</summary>
    public T HeaderEnum<T>(string name) where T : struct, Enum => ReadEnum<T>(name, "header", HeaderValue(name));

    /// <summary>All values of a header, which may stand in one line with commas between them; none where the request has none.</summary>
    public T[] HeaderList<T>(string name) where T : IParsable<T> => ReadList<T>(name, "header", HeaderValues(name));

    /// <summary>All values of a header, which may stand in one line with commas between them, read by the type's own <c>TryParse</c>.</summary>
    public T[] HeaderList<T>(string name, TextParser<T> tryParse) => ReadList(name, "header", HeaderValues(name), tryParse);

    /// <summary>All values of a header, which may stand in one line with commas between them, read by the type's own <c>TryParse</c> in the invariant culture.</summary>
    public T[] HeaderList<T>(string name, CultureTextParser<T> tryParseIn) => ReadList(name, "header", HeaderValues(name), tryParseIn);

    /// <summary>All texts of a header, which may stand in one line with commas between them; none where the request has none.</summary>
    public string[] HeaderTextList(string name) => ReadTextList(name, "header", HeaderValues(name));

    /// <summary>An enumeration's members in a header; none where the request has none.</summary>
    public T[] HeaderEnumList<T>(string name) where T : struct, Enum => ReadEnumList<T>(name, "header", HeaderValues(name));

    /// <summary>Whether the request has a header, for parameters that need none.</summary>
    public bool HasHeader(string name) => !StringValues.IsNullOrEmpty(Input.Request.Headers[name]);

    private string? HeaderValue(string name) => Input.Request.Headers[name] is [var first, ..] ? first : null;

    private string[] HeaderValues(string name) => Input.Request.Headers.GetCommaSeparatedValues(name);
}
