namespace Ermine.Http;

public sealed partial class HttpInvocation
{
    /// <summary>A value of the route. Dates and numbers are read in the invariant culture.</summary>
    public T? Route<T>(string name) where T : IParsable<T> => Read<T>(name, "route", RouteValue(name));

    /// <summary>A value of the route, read by the type's own <c>TryParse</c>.</summary>
    public T? Route<T>(string name, TextParser<T> tryParse) => Read(name, "route", RouteValue(name), tryParse);

    /// <summary>A value of the route, read by the type's own <c>TryParse</c> in the invariant culture.</summary>
    public T? Route<T>(string name, CultureTextParser<T> tryParseIn) => Read(name, "route", RouteValue(name), tryParseIn);

    /// <summary>A text of the route.</summary>
    public string? RouteText(string name) => ReadText(name, "route", RouteValue(name));

    /// <summary>An enumeration's member in the route, by name without regard to case.</summary>
    public T RouteEnum<T>(string name) where T : struct, Enum => ReadEnum<T>(name, "route", RouteValue(name));

    /// <summary>Whether the route has a value, for parameters that need none.</summary>
    public bool HasRoute(string name) => RouteValue(name) is not null;

    private string? RouteValue(string name) => Input.Request.RouteValues[name] as string;
}
