using Ermine.Queues.Toy;

var builder = WebApplication.CreateBuilder(args);
builder.AddErmine();
builder.Services.AddSingleton<Recorder>();

var app = builder.Build();
app.MapErmine();
await app.RunAsync();
