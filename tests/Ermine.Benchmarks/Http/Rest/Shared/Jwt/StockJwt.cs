using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Ermine.Benchmarks.Http.Rest.Shared.Jwt;

/// <summary>The handler of ASP.NET Core, as its documentation has it.</summary>
public static class StockJwt
{
    public static void AddTo(IServiceCollection services) =>
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(static options =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = JwtTerms.Issuer,
                ValidAudience = JwtTerms.Audience,
                IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(JwtTerms.Secret)),
            };
        }).Services.AddAuthorization();
}
