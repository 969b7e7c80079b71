namespace Ermine.Samples.Tests.Faults;

/// <summary>Workers, senders and faults, from the first message to the last, and what is left of it.</summary>
internal sealed class FaultRun(FaultServer server, FaultyCable cable, string connectionString, int seed, Func<int>? target = null)
{
    /// <summary>The database that it runs in.</summary>
    public const string Database = "faults";

    private const int Workers = 3;
    private static readonly string[] Queues = ["singles", "batched", "ordered", History.Loose, "follow_ups"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly Random _random = new(seed);

    /// <summary>What happened, in one line.</summary>
    public string Summary { get; private set; } = "It did not come to its end.";

    /// <summary>Sends all, does the faults meanwhile, one while each part is sent, and waits until nothing is left.</summary>
    /// <exception cref="InvalidOperationException">Something is left; the message says what.</exception>
    public async Task<History> RunAsync(int messages, int faults)
    {
        await server.ExecuteAsync(Database, "create table effect (place bigint generated always as identity primary key, message int not null, attempt int not null)");
        await using var fleet = new Fleet(connectionString);
        await fleet.StartAsync(Workers);
        using var sender = new Sender(fleet, _random);
        var injector = new FaultInjector(server, Database, cable, fleet, target, new Random(seed + 1));
        foreach (var kind in Kinds(faults)) await DoAsync(sender, injector, kind, messages / faults);
        await fleet.CompleteAsync();
        await DrainAsync(fleet);
        var codes = await fleet.StopAllButOneAsync();
        await DrainAsync(fleet); // what senders no longer waited for has been committed by now, or never will be
        var history = await ReadAsync(sender.Sent);
        Summary = $"seed {seed}: {history.Sent.Count} messages, {history.Sent.Count(m => !m.IsAccepted)} of them without a yes, {history.Effects.Count} effects, {history.Dead.Count} dead letters, "
            + $"{history.Effects.Count(e => e.Attempt > 1)} done after a redelivery, {fleet.LeasesLost} leases lost, {fleet.OutcomesUnknown} commits of unknown outcome; "
            + $"{injector.Injected.Values.Sum()} faults: {string.Join(", ", injector.Injected.Select(i => $"{i.Value} {i.Key}"))}";
        return codes.All(code => code == 0) ? history : throw new InvalidOperationException($"Workers ended with {string.Join(", ", codes)}.\n{fleet.LastWords()}");
    }

    // Every kind as often as every other, in an order of this seed's.
    private FaultKind[] Kinds(int faults)
    {
        var kinds = Enum.GetValues<FaultKind>();
        _random.Shuffle(kinds);
        FaultKind[] all = [.. Enumerable.Range(0, faults).Select(i => kinds[i % kinds.Length])];
        _random.Shuffle(all);
        return all;
    }

    private async Task DoAsync(Sender sender, FaultInjector injector, FaultKind kind, int messages)
    {
        var moment = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sending = sender.SendAsync(messages, mark: _random.Next(1, messages / 2), moment);
        await moment.Task;
        await Task.WhenAll(sending, injector.InjectAsync(kind));
    }

    private async Task DrainAsync(Fleet fleet)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(Pace);
        while (await pace.WaitForNextTickAsync(CancellationToken.None))
        {
            var left = await server.ReadAsync(Database, string.Join(" union all ", Queues.Select(q =>
                $"(select '{q}', 'ready', count(*), min(leased_until - ermine.now())::text from ermine.{q}_ready having count(*) > 0) union all (select '{q}', 'later', count(*), min(due_at - ermine.now())::text from ermine.{q}_later having count(*) > 0)")),
                reader => $"{reader.GetInt64(2)} {reader.GetString(1)} in {reader.GetString(0)} ({reader.GetValue(3)})");
            if (left.Count == 0) return;
            if (patience.IsCancellationRequested) throw new InvalidOperationException($"After {Patience.TotalSeconds} s there is left: {string.Join(", ", left)}.\n{fleet.LastWords()}");
        }
    }

    private async Task<History> ReadAsync(IReadOnlyList<SentMessage> sent)
    {
        var effects = await server.ReadAsync(Database, "select place, message, attempt from effect", reader => new Effect(reader.GetInt64(0), reader.GetInt32(1), reader.GetInt32(2)));
        var dead = await server.ReadAsync(Database, string.Join(" union all ", Queues.Select(q => $"select (convert_from(payload, 'UTF8')::jsonb ->> 'id')::int from ermine.{q}_dead")), reader => reader.GetInt32(0));
        return new History(sent, effects, dead);
    }
}
