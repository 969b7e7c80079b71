namespace Ermine;

/// <summary>Says which version of the API a function belongs to: <c>[ApiVersion("2")]</c> on <c>GET /products</c> answers <c>GET /v2/products</c>,
/// and <c>GET /products</c> with the header <c>api-version: 2</c>.</summary>
/// <remarks>A function may belong to several versions. A request for a version that does not exist is answered with a problem that lists those that do.</remarks>
/// <param name="version">Letters, digits, dots and hyphens, such as <c>2</c>, <c>2.1</c> or <c>2027-01-01</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class ApiVersionAttribute(string version) : Attribute
{
    /// <summary>The version, without a <c>v</c>.</summary>
    public string Version { get; } = version;
}
