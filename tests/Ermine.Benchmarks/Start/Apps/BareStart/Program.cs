using Ermine.Benchmarks.Start.Apps.Shared;
using Marten;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var marten = builder.Services.AddMarten(options =>
{
    options.Connection(builder.Configuration.GetConnectionString("ermine")!);
    options.RegisterDocumentType<Note>();
    options.UseSystemTextJsonForSerialization();
}).UseLightweightSessions();
if (builder.Configuration.GetValue<bool>("ChecksSchema")) marten.ApplyAllDatabaseChangesOnStartup();

var app = builder.Build();
app.MapPost("/notes", async (Note body, IDocumentSession db, CancellationToken ct) =>
{
    db.Store(body);
    await db.SaveChangesAsync(ct);
    return TypedResults.Created($"/notes/{body.Id}");
});
app.MapGet("/notes/{id}", async Task<IResult> (Guid id, IQuerySession db, CancellationToken ct) =>
    await db.LoadAsync<Note>(id, ct) is { } note ? TypedResults.Ok(note) : TypedResults.NotFound());
app.SayWhenReady();
await app.RunAsync();
