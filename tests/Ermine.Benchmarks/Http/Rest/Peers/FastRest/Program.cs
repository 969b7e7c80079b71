using Ermine.Benchmarks.Http.Rest.Shared;
using Ermine.Benchmarks.Http.Rest.Shared.Jwt;
using FastEndpoints;

var builder = RestApp.Builder(args);
StockJwt.AddTo(builder.Services);
builder.Services.AddFastEndpoints();
var app = builder.Build();
app.UseAuthentication().UseAuthorization();
app.UseFastEndpoints(static config => config.Serializer.Options.TypeInfoResolverChain.Insert(0, RestJson.Default));
await RestApp.RunAsync(app);
