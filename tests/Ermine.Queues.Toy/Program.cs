using Ermine.Queues.Toy;

var builder = WebApplication.CreateBuilder(args);
builder.AddErmine();
builder.Services.AddSingleton<Recorder>();
builder.Services.AddOpenApi();

var app = builder.Build();
app.MapErmine();
app.MapOpenApi();
await app.RunAsync();
