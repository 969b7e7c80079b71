using Marten;
using Polls;

var builder = WebApplication.CreateBuilder(args);
builder.AddErmine();
builder.Services.ConfigureMarten(documents => documents.Schema.For<Poll>()); // so that its table is part of the migration script

var app = builder.Build();
app.MapErmine();
await app.RunAsync();
