using Ermine.Benchmarks.Http.Apps.Shared;

var app = Server.Builder(args).Build();
app.MapGet("/items/{id}", static (int id) => new Item(id, "a pound of tea"));
app.MapPost("/orders", static (Order order) => new Receipt(order.Name, order.Count * order.Price));
await Server.RunAsync(app);
