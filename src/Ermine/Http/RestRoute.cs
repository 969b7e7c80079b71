namespace Ermine.Http;

/// <summary>The two parts of <see cref="RestAttribute.Route"/>.</summary>
internal static class RestRoute
{
    public static (string Method, string Template) Split(string route)
    {
        var space = route.IndexOf(' ');
        return (route[..space], route[(space + 1)..].Trim());
    }
}
