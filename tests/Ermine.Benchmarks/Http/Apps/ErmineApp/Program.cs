using Ermine.Benchmarks.Http.Apps.Shared;

var builder = Server.Builder(args);
builder.AddErmine();
var app = builder.Build();
app.MapErmine();
await Server.RunAsync(app);
