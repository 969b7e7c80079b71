using Ermine.Benchmarks.Http.Apps;

var builder = Server.Builder(args);
builder.AddErmine();
var app = builder.Build();
app.MapErmine();
await Server.RunAsync(app);
