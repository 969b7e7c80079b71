using Ermine.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ermine.OpenApi.Descriptions;

/// <summary>Describes what a function reads from a request.</summary>
internal static class RestParameters
{
    private static readonly HashSet<Type> Known =
    [
        typeof(string), typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong),
        typeof(float), typeof(double), typeof(decimal), typeof(char), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(Uri),
    ];

    public static ApiParameterDescription Of(RestParameter parameter)
    {
        var type = parameter.From is RestSource.Body or RestSource.Form ? parameter.Type : TypeOf(parameter.Type);
        return new ApiParameterDescription
        {
            Name = parameter.Name,
            Source = SourceOf(parameter.From),
            Type = type,
            IsRequired = parameter.IsRequired || parameter.From == RestSource.Route,
            DefaultValue = parameter.Default,
            ParameterDescriptor = new ParameterDescriptor { Name = parameter.Name, ParameterType = type },
        };
    }

    /// <summary>The content types of the body; none where the function reads none.</summary>
    public static IEnumerable<string> BodyTypes(RestDescription rest, EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<IAcceptsMetadata>() is { } accepts) return accepts.ContentTypes;
        if (rest.Parameters.Any(p => p.From == RestSource.Form)) return ["multipart/form-data"];
        return rest.Parameters.FirstOrDefault(p => p.From == RestSource.Body) is { } body ? [body.ContentType.Length > 0 ? body.ContentType : "application/json"] : [];
    }

    // What is parsed from text by a type of the app's own is text to the caller; so are enumerations, whose members are read by name.
    private static Type TypeOf(Type type) => Known.Contains(type) || type.IsArray ? type : typeof(string);

    private static BindingSource SourceOf(RestSource source) => source switch
    {
        RestSource.Route => BindingSource.Path,
        RestSource.Query => BindingSource.Query,
        RestSource.Header => BindingSource.Header,
        RestSource.Form => BindingSource.Form,
        RestSource.Body => BindingSource.Body,
        _ => BindingSource.Custom, // a cookie, of which ASP.NET Core's documents know nothing; it is added afterwards
    };
}
