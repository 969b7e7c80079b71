using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Ermine.Http;

public sealed partial class HttpInvocation
{
    /// <summary>A value of the route. Dates and numbers are read in the invariant culture.</summary>
    public T? Route<T>(string name) where T : IParsable<T> => Read<T>(name, "route", Input.Request.RouteValues[name] as string);

    /// <summary>A text of the route.</summary>
    public string? RouteText(string name) => Required(name, "route", Input.Request.RouteValues[name] as string);

    /// <summary>An enumeration's member in the route, by name without regard to case.</summary>
    public T RouteEnum<T>(string name) where T : struct, Enum => ReadEnum<T>(name, "route", Input.Request.RouteValues[name] as string);

    /// <summary>Whether the route has a value, for parameters that need none.</summary>
    public bool HasRoute(string name) => Input.Request.RouteValues[name] is not null;

    /// <summary>A value of the query that must be there.</summary>
    public T? Query<T>(string name) where T : IParsable<T> => Read<T>(name, "query", Single(Input.Request.Query[name]));

    /// <summary>A text of the query that must be there.</summary>
    public string? QueryText(string name) => Required(name, "query", Single(Input.Request.Query[name]));

    /// <summary>An enumeration's member in the query that must be there.</summary>
    public T QueryEnum<T>(string name) where T : struct, Enum => ReadEnum<T>(name, "query", Single(Input.Request.Query[name]));

    /// <summary>Whether the query has a value, for parameters that need none.</summary>
    public bool HasQuery(string name) => !StringValues.IsNullOrEmpty(Input.Request.Query[name]);

    /// <summary>A value of a header that must be there.</summary>
    public T? Header<T>(string name) where T : IParsable<T> => Read<T>(name, "header", Single(Input.Request.Headers[name]));

    /// <summary>A text of a header that must be there.</summary>
    public string? HeaderText(string name) => Required(name, "header", Single(Input.Request.Headers[name]));

    /// <summary>An enumeration's member in a header that must be there.</summary>
    public T HeaderEnum<T>(string name) where T : struct, Enum => ReadEnum<T>(name, "header", Single(Input.Request.Headers[name]));

    /// <summary>Whether the request has a header, for parameters that need none.</summary>
    public bool HasHeader(string name) => !StringValues.IsNullOrEmpty(Input.Request.Headers[name]);

    private T? Read<T>(string name, string source, string? text) where T : IParsable<T>
    {
        if (Required(name, source, text) is null) return default;
        if (T.TryParse(text, CultureInfo.InvariantCulture, out var value)) return value;

        Fail(name, $"The {source} value '{name}' is no {typeof(T).Name}.");
        return default;
    }

    private T ReadEnum<T>(string name, string source, string? text) where T : struct, Enum
    {
        if (Required(name, source, text) is null) return default;
        if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !long.TryParse(text, CultureInfo.InvariantCulture, out _)) return value; // by name only

        Fail(name, $"The {source} value '{name}' is none of {string.Join(", ", Enum.GetNames<T>())}.");
        return default;
    }

    [return: NotNullIfNotNull(nameof(text))]
    private string? Required(string name, string source, string? text)
    {
        if (text is null) Fail(name, $"The {source} value '{name}' is missing.");
        return text;
    }

    private static string? Single(StringValues values) => values.Count == 0 ? null : values[0];
}
