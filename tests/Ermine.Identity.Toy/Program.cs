using Ermine.Identity.Toy;
using Microsoft.AspNetCore.Authentication;

var builder = WebApplication.CreateBuilder(args);
builder.AddErmine();
builder.Services.AddSingleton<Ledger>();
builder.Services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, UserHeader>("header", null);
builder.Services.AddAuthorizationBuilder()
    .AddPolicy("voter", voter => voter.RequireRole("voter"))
    .AddPolicy("resident", resident => resident.RequireClaim("town"));

var app = builder.Build();
app.MapErmine();
await app.RunAsync();
