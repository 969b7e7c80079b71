using Ermine.Benchmarks.Http.Rest.Shared;

var builder = WebApplication.CreateSlimBuilder(args);
RestApp.Configure(builder);
builder.Services.AddProblemDetails();
builder.Services.AddValidation();
var app = builder.Build();
app.MapGet("/items/{id}", static (int id) => new Item(id, "a pound of tea", 425));
app.MapPost("/baskets", static (Basket basket) => basket.Place());
await RestApp.RunAsync(app);
