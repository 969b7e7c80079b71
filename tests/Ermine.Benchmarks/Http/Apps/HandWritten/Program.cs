using Ermine.Benchmarks.Http.Apps.Shared;

var app = Server.Builder(args).Build();
app.MapGet("/items/{id}", static (int id) => new Item(id, "a pound of tea"));
app.MapPost("/orders", static (Order order) => new Receipt(order.Name, order.Count * order.Price));
app.MapPost("/_ermine/functions/shop.quote", static (Quote quote) => new Receipt($"{quote.Order.Name} for {quote.Customer}", quote.Order.Count * quote.Order.Price));
await Server.RunAsync(app);
