namespace Ermine.Benchmarks.Http.Rest;

/// <summary>Asks all apps in turn, round by round, and keeps what each did.</summary>
internal sealed class RestRounds(IReadOnlyList<RestSubject> subjects, RestOptions options, string token)
{
    private const int WarmUpRequests = 60_000; // by then the run-time compiler has compiled everything anew

    private readonly Dictionary<(RestRequest Request, RestSubject Subject), List<RestFigure>> _figures = [];

    /// <summary>Starts every app, sees that it answers as it should, and measures it.</summary>
    public async Task RunAsync(IReadOnlyList<RestRequest> requests, CancellationToken ct)
    {
        var servers = new List<BenchServer>();
        try
        {
            foreach (var subject in subjects)
            {
                servers.Add(await BenchServer.StartAsync(subject.Words, subject.Folder, ct));
                await Contract.CheckAsync(subject, servers[^1].Address, token, requests, ct);
            }

            foreach (var request in requests)
            {
                foreach (var server in servers) await WarmUpAsync(server, request, ct);
                for (var round = 0; round < options.Rounds; round++) await MeasureAsync(servers, request, round, ct);
            }
        }
        finally
        {
            foreach (var server in servers) await server.DisposeAsync();
        }
    }

    /// <summary>The middle of what an app did.</summary>
    public double Median(RestRequest request, RestSubject subject, Func<RestFigure, double> value) => _figures[(request, subject)].Select(value).Median();

    private async Task WarmUpAsync(BenchServer server, RestRequest request, CancellationToken ct)
    {
        for (var asked = 0L; asked < WarmUpRequests;) asked += (await Wrk.RunAsync(server.Address, request, token, 1, ct)).Requests;
    }

    // Nobody is always first.
    private async Task MeasureAsync(List<BenchServer> servers, RestRequest request, int round, CancellationToken ct)
    {
        for (var i = 0; i < servers.Count; i++)
        {
            var turn = (i + round) % servers.Count;
            var figure = await MeasureAsync(servers[turn], request, ct);
            if (!_figures.TryGetValue((request, subjects[turn]), out var figures)) _figures[(request, subjects[turn])] = figures = [];
            figures.Add(figure);
        }
    }

    private async Task<RestFigure> MeasureAsync(BenchServer server, RestRequest request, CancellationToken ct)
    {
        var elapsed = TimeSpan.Zero;
        var (requests, cost) = await server.MeasureAsync(async () =>
        {
            var result = await Wrk.RunAsync(server.Address, request, token, options.Seconds, ct);
            elapsed = result.Elapsed;
            return result.Requests;
        }, ct);
        return new RestFigure(requests / elapsed.TotalSeconds, cost);
    }
}
