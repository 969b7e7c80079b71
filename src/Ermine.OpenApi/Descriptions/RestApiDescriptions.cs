using Ermine.Http;
using Ermine.Http.Paging;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing;

namespace Ermine.OpenApi.Descriptions;

/// <summary>Describes the functions behind <c>[Rest]</c> to ASP.NET Core, which sees no more of them than a delegate.</summary>
/// <remarks>What is made of it, schemas above all, is then ASP.NET Core's own work, and transformers of the app's find what they expect.</remarks>
internal sealed class RestApiDescriptions(EndpointDataSource endpoints) : IApiDescriptionProvider
{
    /// <summary>After ASP.NET Core's own, which may have said something of the same endpoints.</summary>
    public int Order => 0;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<Func<RestDescription>>() is not { } describe || endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()?.ExcludeFromDescription == true) continue;

            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []) context.Results.Add(Describe(endpoint, describe(), method));
        }
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }

    private static ApiDescription Describe(RouteEndpoint endpoint, RestDescription rest, string method)
    {
        var api = new ApiDescription
        {
            HttpMethod = method,
            RelativePath = endpoint.RoutePattern.RawText?.TrimStart('/') ?? "",
            GroupName = endpoint.Metadata.GetMetadata<IEndpointGroupNameMetadata>()?.EndpointGroupName,
            ActionDescriptor = new ActionDescriptor
            {
                DisplayName = endpoint.DisplayName,
                RouteValues = new Dictionary<string, string?> { ["controller"] = rest.Group },
                EndpointMetadata = [.. endpoint.Metadata, rest],
            },
        };
        foreach (var parameter in rest.Parameters.Where(p => p.Type != typeof(PageRequest)).DistinctBy(p => (p.From, p.Name))) api.ParameterDescriptions.Add(RestParameters.Of(parameter));
        foreach (var type in RestParameters.BodyTypes(rest, endpoint.Metadata)) api.SupportedRequestFormats.Add(new ApiRequestFormat { MediaType = type });
        foreach (var response in RestAnswers.Of(endpoint, rest, method)) api.SupportedResponseTypes.Add(response);
        return api;
    }
}
