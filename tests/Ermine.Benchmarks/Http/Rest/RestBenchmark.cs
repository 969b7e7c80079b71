namespace Ermine.Benchmarks.Http.Rest;

/// <summary>REST endpoints of Ermine beside those of other frameworks, each app in a process of its own, asked by wrk.</summary>
/// <remarks>What is compared are medians over rounds in which all were asked in turn. Without pipelining wrk needs more of a machine than the
/// servers do, and all come out alike; so GETs go 16 at a time, and a POST, which does not, is judged by the processor time that it takes.</remarks>
internal sealed class RestBenchmark(IReadOnlyList<string> words) : IBenchmark
{
    private const int Starts = 9;

    public string Name => "rest";

    public async Task<BenchmarkReport> RunAsync(CancellationToken ct)
    {
        var options = RestOptions.Parse(words);
        await Wrk.RequireAsync(ct);
        IReadOnlyList<RestSubject> subjects = [RestSubjects.Ermine, .. await RestSubjects.BuildPeersAsync(options.Peers, ct)];
        var rows = new List<BenchmarkRow>();
        if (RestRequest.All.Where(request => options.Has(request.Word)).ToArray() is { Length: > 0 } requests) rows.AddRange(await AskAsync(subjects, requests, options, ct));
        if (options.Has("start")) rows.AddRange(await StartAsync(subjects, ct));
        if (options.Has("aot")) rows.AddRange(await StartNativeAsync(ct));
        return new BenchmarkReport(Name, rows);
    }

    private static async Task<IEnumerable<BenchmarkRow>> AskAsync(IReadOnlyList<RestSubject> subjects, RestRequest[] requests, RestOptions options, CancellationToken ct)
    {
        var rounds = new RestRounds(subjects, options, Token.Create());
        for (var start = 0; start < options.Starts; start++)
        {
            Console.Error.WriteLine($"start {start + 1} of {options.Starts}");
            await rounds.RunAsync(requests, ct);
        }

        return requests.SelectMany(Rows);

        IEnumerable<BenchmarkRow> Rows(RestRequest request)
        {
            var rate = RestTable.Rows($"{request.Name}, {request.Depth} deep", Of(f => f.Rate), "req/s", atLeast: request.RateAtLeast);
            var cpu = RestTable.Rows($"{request.Name}, processor time", Of(f => f.Cost.Microseconds), "µs", atMost: request.CpuAtMost);
            var bytes = RestTable.Bytes($"{request.Name}, allocated", Of(f => f.Cost.Bytes), request.BytesAtMost);
            return request.RateAtLeast is null ? [.. cpu, .. bytes] : [.. rate, .. cpu, .. bytes];

            (string, double)[] Of(Func<RestFigure, double> value) => [.. subjects.Select(subject => (subject.Name, rounds.Median(request, subject, value)))];
        }
    }

    private static async Task<IEnumerable<BenchmarkRow>> StartAsync(IReadOnlyList<RestSubject> subjects, CancellationToken ct)
    {
        var times = await FirstAnswersAsync(subjects, ct);
        return RestTable.Rows("first 200", [.. subjects.Select((subject, i) => (subject.Name, times[i]))], "ms", atMost: 1);
    }

    private static async Task<IEnumerable<BenchmarkRow>> StartNativeAsync(CancellationToken ct)
    {
        var subjects = await RestSubjects.PublishAotAsync(ct);
        var times = await FirstAnswersAsync(subjects, ct);
        return subjects.Select((subject, i) => new BenchmarkRow($"first 200: {subject.Name}", times[i], "ms", i == 0 ? 60 : null));
    }

    // The median of each.
    private static async Task<double[]> FirstAnswersAsync(IReadOnlyList<RestSubject> subjects, CancellationToken ct)
    {
        var times = subjects.Select(_ => new List<double>()).ToArray();
        for (var round = -1; round < Starts; round++) // the first reads the disk
        {
            for (var i = 0; i < subjects.Count; i++)
            {
                var time = await FirstAnswer.MeasureAsync(subjects[i], subjects[i].Folder, ct);
                if (round >= 0) times[i].Add(time);
            }
        }

        return [.. times.Select(t => t.Median())];
    }
}
