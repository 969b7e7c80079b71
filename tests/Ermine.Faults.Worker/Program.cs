using Ermine.Faults.Worker;

var builder = WebApplication.CreateBuilder(args);
builder.AddErmine();

var app = builder.Build();
app.MapErmine();
app.MapPost("/singly", async (Parcel parcel, IQueues queues, CancellationToken ct) => // outside of any function: durable when the task completes
{
    await queues.For<Lone>().SendAsync(new Lone(parcel.Id, parcel.Conduct, parcel.Padding), ct: ct);
    return Results.Accepted();
});
await app.RunAsync();
