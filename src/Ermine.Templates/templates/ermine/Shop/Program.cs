using Marten;
using Shop;

var builder = WebApplication.CreateBuilder(args);
builder.AddErmine();
builder.Services.ConfigureMarten(documents => documents.Schema.For<Order>()); // so that its table is part of the migration script

var app = builder.Build();
app.MapErmine();
await app.RunAsync();
