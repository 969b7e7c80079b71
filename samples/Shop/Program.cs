using Marten;
using Shop;
using Shop.Mailing;

var builder = WebApplication.CreateBuilder(args);
builder.AddErmine();
if (builder.Environment.IsDevelopment()) builder.Services.AddSingleton<IMail, LogMail>(); // elsewhere, the client of a mail server
builder.Services.ConfigureMarten(documents => // so that their tables are part of the migration script
{
    documents.Schema.For<Order>();
    documents.Schema.For<OrderStep>().Index(step => step.OrderId);
    documents.Schema.For<Ledger>();
});

var app = builder.Build();
app.MapErmine();
await app.RunAsync();
