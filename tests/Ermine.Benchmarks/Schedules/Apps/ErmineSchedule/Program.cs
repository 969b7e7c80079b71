using ErmineSchedule;

// Makes the schedules that it is asked for, says so, and runs until its input ends; then it prints what it was fired for.
var builder = WebApplication.CreateBuilder(args);
builder.AddErmine();
builder.Services.AddSingleton<Firings>();
builder.Logging.SetMinimumLevel(LogLevel.Warning);

var app = builder.Build();
app.MapErmine();
await app.StartAsync();
var isSpread = app.Configuration["kind"] != "burst";
await using (var scope = app.Services.CreateAsyncScope())
{
    var schedules = scope.ServiceProvider.GetRequiredService<ISchedules>();
    for (var i = 0; i < app.Configuration.GetValue<int>("make"); i++) await schedules.UpsertAsync($"ticking.tick:{i}", isSpread ? $"{i % 60} * * * * *" : "0 * * * * *", 0);
}

Console.WriteLine("ready");
await Console.In.ReadToEndAsync();
await app.StopAsync();
app.Services.GetRequiredService<Firings>().Print();
await app.DisposeAsync();
