using Microsoft.AspNetCore.Http.Metadata;

namespace Ermine.Http;

/// <summary>Tells ASP.NET Core's routing how large a body an endpoint takes.</summary>
internal sealed class BodyLimit(int bytes) : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize { get; } = bytes;
}
