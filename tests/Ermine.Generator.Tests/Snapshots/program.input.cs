// app Shop
using Microsoft.AspNetCore.Builder;

var builder = WebApplication.CreateBuilder(args);
builder.AddErmine();
var app = builder.Build();
app.MapErmine();
app.Run();
