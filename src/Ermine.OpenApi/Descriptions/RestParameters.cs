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

    // ASP.NET Core asks of every text and form field which type it is of for MVC, and fails where there is no answer.
    private static readonly EmptyModelMetadataProvider Types = new();

    public static ApiParameterDescription Of(RestParameter parameter)
    {
        var type = parameter.From is RestSource.Body or RestSource.Form ? parameter.Type : TypeOf(parameter.Type);
        return new ApiParameterDescription
        {
            Name = parameter.Name,
            Source = SourceOf(parameter.From),
            Type = type,
            ModelMetadata = Types.GetMetadataForType(type),
            IsRequired = parameter.IsRequired || parameter.From == RestSource.Route,
            DefaultValue = parameter.Default,
            ParameterDescriptor = new ParameterDescriptor { Name = parameter.Name, ParameterType = type },
        };
    }

    /// <summary>The content types of the body; none where the function reads none.</summary>
    public static IEnumerable<string> BodyTypes(RestDescription rest, EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<IAcceptsMetadata>() is { } accepts) return accepts.ContentTypes;
        var form = rest.Parameters.Where(p => p.From == RestSource.Form).ToArray();
        if (form.Length > 0) return Array.Exists(form, p => IsFile(p.Type)) ? ["multipart/form-data"] : ["multipart/form-data", "application/x-www-form-urlencoded"];
        return rest.Parameters.FirstOrDefault(p => p.From == RestSource.Body) is { } body ? [body.ContentType.Length > 0 ? body.ContentType : "application/json"] : [];
    }

    // What is parsed from text by a type of the app's own is text to the caller; so are enumerations, whose members are read by name.
    private static Type TypeOf(Type type) => Known.Contains(type) ? type : type.GetElementType() is not { } item ? typeof(string) : Known.Contains(item) ? type : typeof(string[]);

    private static bool IsFile(Type type) => typeof(IFormFile).IsAssignableFrom(type) || typeof(IFormFileCollection).IsAssignableFrom(type) || typeof(IFormCollection).IsAssignableFrom(type);

    private static BindingSource SourceOf(RestSource source) => source switch
    {
        RestSource.Route => BindingSource.Path,
        RestSource.Query => BindingSource.Query,
        RestSource.Header => BindingSource.Header,
        RestSource.Form => BindingSource.Form,
        _ => BindingSource.Body,
    };
}
