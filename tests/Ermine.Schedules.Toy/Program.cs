using Ermine.Schedules.Toy;

var builder = WebApplication.CreateBuilder(args);
builder.AddErmine();
builder.Services.AddSingleton<Logbook>();
builder.Services.AddSingleton<Turnstile>();

var app = builder.Build();
app.MapErmine();
await app.RunAsync();
