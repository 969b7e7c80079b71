using Ermine.Benchmarks.Http.Rest.Shared;
using Ermine.Benchmarks.Http.Rest.Shared.Jwt;

var builder = RestApp.Builder(args);
StockJwt.AddTo(builder.Services);
builder.Services.AddControllers().AddJsonOptions(static options => options.JsonSerializerOptions.TypeInfoResolverChain.Insert(0, RestJson.Default));
var app = builder.Build();
app.MapControllers();
await RestApp.RunAsync(app);
