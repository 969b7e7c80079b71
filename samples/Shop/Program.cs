using Ermine.CloudEvents;
using Marten;
using Shop;
using Shop.Carts;
using Shop.Customers;
using Shop.Mailing;
using Shop.Products;

var builder = WebApplication.CreateBuilder(args);
builder.AddErmine();
if (builder.Environment.IsDevelopment()) builder.Services.AddSingleton<IMail, LogMail>(); // elsewhere, the client of a mail server
builder.Services.ConfigureMarten(documents => // so that their tables are part of the migration script
{
    documents.Schema.For<Product>().Index(product => product.Name);
    documents.Schema.For<Cart>();
    documents.Schema.For<Customer>().Index(customer => customer.Name);
    documents.Schema.For<Order>().Index(order => order.Customer);
    documents.Schema.For<OrderStep>().Index(step => step.OrderId);
    documents.Schema.For<Ledger>();
});

var app = builder.Build();
app.MapErmine();
app.MapCloudEvents("/supplier/events").RequireAuthorization("staff"); // the supplier has a token as the staff has
await app.RunAsync();
