using System.Net;
using System.Net.Http.Json;
using Ermine.Faults.Worker;
using Npgsql;

namespace Ermine.Samples.Tests.Faults;

/// <summary>The disk fills up while messages are sent.</summary>
[Collection("faults")]
public sealed class FullDiskTests
{
    private const int Fits = (24 * 1024 * 1024) + 4096; // a file of WAL has 16 MiB
    private const int InOne = 5; // a request has at most 1 MiB
    private static readonly string Padding = Convert.ToBase64String(new Random(1).GetItems(Enumerable.Range(0, 256).Select(b => (byte)b).ToArray(), 75_000)); // which TOAST cannot compress

    // Nobody takes a message away while the disk fills up.
    private static readonly string[] Idle = [.. ((string[])["lone", "batch", "ordered", "loose", "follow-up"]).Select(f => $"--Ermine:Functions:functions.handle-{f}:Disabled=true")];

    [FullDiskFact, Trait("Category", "Faults")]
    public async Task A_sender_is_told_that_the_disk_is_full_and_all_goes_on_when_there_is_space()
    {
        await using var server = await FaultServer.StartAsync();
        var records = new Records(server, FaultRun.Database, FaultRun.Queues);
        await records.CreateAsync();
        await server.LimitFilesAsync(Fits);
        var connectionString = new NpgsqlConnectionStringBuilder(server.ConnectionStringTo(FaultRun.Database)) { Pooling = true }.ConnectionString;
        await using var idle = new Fleet(connectionString, Idle);
        await idle.StartAsync(1);
        using var http = new HttpClient { BaseAddress = idle.Any(Random.Shared).Address };

        var sent = new List<SentMessage>();
        HttpResponseMessage answer;
        do answer = await SendAsync(http, sent);
        while (answer.StatusCode == HttpStatusCode.Accepted && sent.Count < 10 * Fits / Padding.Length);
        var problem = await answer.Content.ReadAsStringAsync();
        var alone = await http.PostAsJsonAsync("/singly", new Parcel(1_000_000, "singles", Conduct.Plain, Padding: Padding));
        var waiting = await records.WaitingAsync();
        await server.LimitFilesAsync(null);
        var again = await SendAsync(http, sent);
        await using var working = new Fleet(connectionString);
        await working.StartAsync(1);
        await records.UntilNothingIsLeftAsync(working);
        var history = await records.ReadAsync(sent);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("nothing was recorded", problem, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, alone.StatusCode); // outside of a function it is the app's own exception
        Assert.Equal(sent.SkipLast(InOne).Where(m => m.IsAccepted).Select(m => m.Id), waiting.Order());
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Empty(history.Violations());
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, List<SentMessage> sent)
    {
        Parcel[] parcels = [.. Enumerable.Range(sent.Count + 1, InOne).Select(id => new Parcel(id, "singles", Conduct.Plain, Padding: Padding))];
        var answer = await http.PostAsJsonAsync("/shipments", new Shipment(parcels));
        sent.AddRange(parcels.Select(p => new SentMessage(p.Id, p.Queue, p.Conduct, null, (p.Id - 1) / InOne, answer.StatusCode == HttpStatusCode.Accepted)));
        return answer;
    }
}
