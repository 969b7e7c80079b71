var builder = WebApplication.CreateBuilder(args);
builder.AddErmine();

var app = builder.Build();
app.MapErmine();
await app.RunAsync();
