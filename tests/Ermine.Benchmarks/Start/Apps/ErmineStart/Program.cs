using Ermine.Benchmarks.Start.Apps.Shared;
using Marten;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.AddErmine();
builder.Services.ConfigureMarten(documents => documents.RegisterDocumentType<Note>());

var app = builder.Build();
app.MapErmine();
app.SayWhenReady();
await app.RunAsync();
