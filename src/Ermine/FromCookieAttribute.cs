namespace Ermine;

/// <summary>Binds a parameter of a <c>[Rest]</c> function to a cookie of the request.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = false)]
public sealed class FromCookieAttribute : Attribute
{
    /// <summary>The cookie's name. Default: that of the parameter.</summary>
    public string? Name { get; init; }
}
