using Microsoft.OpenApi;

namespace Ermine.OpenApi.Documents;

/// <summary>The security scheme of endpoints that ask who calls.</summary>
internal static class BearerScheme
{
    private const string Name = "bearer";

    public static OpenApiSecurityRequirement Required(OpenApiDocument? document)
    {
        document?.AddComponent<IOpenApiSecurityScheme>(Name, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "An access token, in the header `Authorization: Bearer <token>`.",
        });
        return new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Name, document)] = [] };
    }
}
