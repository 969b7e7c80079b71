namespace Ermine.Http;

public sealed partial class HttpInvocation
{
    /// <summary>A value of a cookie that must be there.</summary>
    public T? Cookie<T>(string name) where T : IParsable<T> => Read<T>(name, "cookie", CookieValue(name));

    /// <summary>A value of a cookie that must be there, read by the type's own <c>TryParse</c>.</summary>
    public T? Cookie<T>(string name, TextParser<T> tryParse) => Read(name, "cookie", CookieValue(name), tryParse);

    /// <summary>A value of a cookie that must be there, read by the type's own <c>TryParse</c> in the invariant culture.</summary>
    public T? Cookie<T>(string name, CultureTextParser<T> tryParseIn) => Read(name, "cookie", CookieValue(name), tryParseIn);

    /// <summary>A text of a cookie that must be there.</summary>
    public string? CookieText(string name) => ReadText(name, "cookie", CookieValue(name));

    /// <summary>An enumeration's member in a cookie that must be there.</summary>
    public T CookieEnum<T>(string name) where T : struct, Enum => ReadEnum<T>(name, "cookie", CookieValue(name));

    /// <summary>Whether the request has a cookie, for parameters that need none.</summary>
    public bool HasCookie(string name) => !string.IsNullOrEmpty(CookieValue(name));

    private string? CookieValue(string name) => Input.Request.Cookies[name];
}
