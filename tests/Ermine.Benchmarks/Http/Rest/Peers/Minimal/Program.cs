using System.Security.Claims;
using Ermine.Benchmarks.Http.Rest.Shared;
using Ermine.Benchmarks.Http.Rest.Shared.Jwt;

var builder = RestApp.Builder(args);
StockJwt.AddTo(builder.Services);
builder.Services.AddProblemDetails();
builder.Services.AddValidation();
var app = builder.Build();
app.MapGet("/items/{id}", static (int id) => new Item(id, "a pound of tea", 425));
app.MapGet("/me", static (ClaimsPrincipal user) => new Caller(user.FindFirstValue("sub")!)).RequireAuthorization();
app.MapPost("/baskets", static (Basket basket) => basket.Place());
await RestApp.RunAsync(app);
