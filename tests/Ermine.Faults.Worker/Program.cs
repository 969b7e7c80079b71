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
app.MapPut("/ticks/{schedules:int}", async (int schedules, ISchedules all, CancellationToken ct) => // one each second
{
    for (var i = 0; i < schedules; i++) await all.UpsertAsync($"timekeeping.tick:{i}", "* * * * * *", i, ct: ct);
});
app.MapDelete("/ticks/{schedules:int}", async (int schedules, ISchedules all, CancellationToken ct) =>
{
    for (var i = 0; i < schedules; i++) await all.PauseAsync($"timekeeping.tick:{i}", ct);
});
app.MapPost("/noticed", async (Noticed noticed, IEventBus events, CancellationToken ct) => // outside of any function too
{
    await events.PublishAsync(noticed, ct: ct);
    return Results.Accepted();
});
app.MapPut("/subscriptions/{subscription}", async (string subscription, IEventSubscriptions all, CancellationToken ct) =>
{
    await all.UpsertAsync(subscription, """{ "source": ["faults"] }""", ct);
    return Results.Accepted();
});
await app.RunAsync();
