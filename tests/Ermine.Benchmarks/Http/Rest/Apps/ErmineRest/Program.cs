using Ermine.Benchmarks.Http.Rest.Shared;
using Ermine.Benchmarks.Http.Rest.Shared.Jwt;

var builder = RestApp.Builder(args);
StockJwt.AddTo(builder.Services);
builder.AddErmine();
var app = builder.Build();
app.MapErmine();
await RestApp.RunAsync(app);
