using Ermine.Benchmarks.Http.Rest.Shared;

var builder = WebApplication.CreateSlimBuilder(args);
RestApp.Configure(builder);
builder.AddErmine();
var app = builder.Build();
app.MapErmine();
await RestApp.RunAsync(app);
