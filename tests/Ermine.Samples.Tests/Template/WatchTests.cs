using System.Net;
using System.Net.Http.Json;
using Ermine.Samples.Tests.Processes;

namespace Ermine.Samples.Tests.Template;

/// <summary>A developer edits while <c>dotnet watch</c> runs the app, and touches nothing else.</summary>
[Collection(nameof(TemplateCollection))]
public sealed class WatchTests(PackedTemplate template)
{
    [Fact]
    public async Task Edits_of_bodies_and_of_wiring_reach_the_running_app_by_themselves()
    {
        await using var database = await ProcessDatabase.CreateAsync();
        var project = Path.Combine(await template.NewShopAsync("watched"), "Shop");
        await using var watch = WatchProcess.Start(project, database.ConnectionString);

        await watch.UntilAsync("the app answers", async http => (await PlaceAsync(http, "/orders")).StatusCode == HttpStatusCode.Accepted);
        var firstStarts = watch.Starts;
        await EditAsync(project, "Item = order.Item,", "Item = order.Item + \" to go\",");
        await watch.UntilAsync("the new body books", async http => await BookedAsync(http, "/orders") == "tea to go");
        var startsAfterBody = watch.Starts;
        await EditAsync(project, "\"POST /orders\"", "\"POST /purchases\"");
        await File.WriteAllTextAsync(Path.Combine(project, "Greeting.cs"), """
            public static class Greeting
            {
                [Function, Rest("GET /greeting")] public static string Greet() => "hello";
            }
            """);
        await watch.UntilAsync("the new route answers", async http => (await PlaceAsync(http, "/purchases")).StatusCode == HttpStatusCode.Accepted);
        await watch.UntilAsync("the new function answers", async http => (await http.GetAsync("/greeting")).StatusCode == HttpStatusCode.OK);
        var oldRoute = await watch.AskAsync(http => PlaceAsync(http, "/orders"));

        Assert.Equal((1, 1), (firstStarts, startsAfterBody)); // a body is replaced in the running app
        Assert.Equal(HttpStatusCode.NotFound, oldRoute.StatusCode);
    }

    private static Task<HttpResponseMessage> PlaceAsync(HttpClient http, string route) => http.PostAsJsonAsync(route, new { item = "tea", quantity = 2 });

    // What was booked for an order placed now; null if it is not booked soon.
    private static async Task<string?> BookedAsync(HttpClient http, string route)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var placed = await PlaceAsync(http, route);
        while (!patience.IsCancellationRequested)
        {
            using var shown = await http.GetAsync(placed.Headers.Location, CancellationToken.None);
            if (shown.StatusCode == HttpStatusCode.OK) return (await shown.Content.ReadFromJsonAsync<Booked>(CancellationToken.None))!.Item;
        }

        return null;
    }

    private static async Task EditAsync(string project, string old, string text)
    {
        var file = Path.Combine(project, "Ordering.cs");
        var code = await File.ReadAllTextAsync(file);
        Assert.Contains(old, code);
        await File.WriteAllTextAsync(file, code.Replace(old, text, StringComparison.Ordinal));
    }

    private sealed record Booked(string Item);
}
