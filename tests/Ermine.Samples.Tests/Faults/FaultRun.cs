namespace Ermine.Samples.Tests.Faults;

/// <summary>Workers, senders and faults, from the first message to the last, and what is left of it.</summary>
internal sealed class FaultRun(FaultServer server, FaultyCable cable, string connectionString, int seed, int? behind = null)
{
    /// <summary>The database that it runs in.</summary>
    public const string Database = "faults";

    /// <summary>The queues that messages of a run are sent to.</summary>
    public static readonly string[] Queues = ["singles", "batched", "ordered", History.Loose, "follow_ups"];

    private const int Workers = 3;
    private readonly Random _random = new(seed);

    /// <summary>The kinds of faults. Default: all.</summary>
    public FaultKind[] Of { get; init; } = Enum.GetValues<FaultKind>();

    /// <summary>A statement that takes away from the schema what is to be missed; null for none.</summary>
    public string? Sabotage { get; init; }

    /// <summary>What happened, in one line.</summary>
    public string Summary { get; private set; } = "It did not come to its end.";

    /// <summary>Sends all, does the faults meanwhile, one while each part is sent, and waits until nothing is left.</summary>
    /// <exception cref="InvalidOperationException">Something is left; the message says what.</exception>
    public async Task<History> RunAsync(int messages, int faults)
    {
        var records = new Records(server, Database, Queues);
        await records.CreateAsync();
        await using var fleet = new Fleet(connectionString);
        await fleet.StartAsync(Workers);
        if (Sabotage is not null) await server.ExecuteAsync(Database, Sabotage);
        using var sender = new Sender(fleet, _random);
        var injector = new FaultInjector(server, Database, cable, fleet, behind, new Random(seed + 1));
        foreach (var kind in Kinds(faults)) await DoAsync(sender, injector, kind, messages / faults);
        await fleet.CompleteAsync();
        await records.UntilNothingIsLeftAsync(fleet);
        var codes = await fleet.StopAllButOneAsync();
        await records.UntilNothingIsLeftAsync(fleet); // what senders no longer waited for has been committed by now, or never will be
        var history = await records.ReadAsync(sender.Sent);
        Summary = $"seed {seed}: {history.Sent.Count} messages, {history.Sent.Count(m => !m.IsAccepted)} of them without a yes, {history.Effects.Count} effects, {history.Dead.Count} dead letters, "
            + $"{history.Effects.Count(e => e.Attempt > 1)} done after a redelivery, {fleet.LeasesLost} leases lost, {fleet.OutcomesUnknown} commits of unknown outcome; "
            + $"{injector.Injected.Values.Sum()} faults: {string.Join(", ", injector.Injected.Select(i => $"{i.Value} {i.Key}"))}";
        return codes.All(code => code == 0) ? history : throw new InvalidOperationException($"Workers ended with {string.Join(", ", codes)}.\n{fleet.LastWords()}");
    }

    // Every kind as often as every other, in an order of this seed's.
    private FaultKind[] Kinds(int faults)
    {
        FaultKind[] kinds = [.. Of];
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
}
