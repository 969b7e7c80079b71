using Ermine.Benchmarks.Queues.Raw;

namespace Ermine.Benchmarks.Queues;

/// <summary>The queues that are measured.</summary>
internal static class Subjects
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "tests", "Ermine.Benchmarks", "Queues");
    private static readonly string[] Peers = ["pg-boss", "graphile-worker", "wolverine"];

    public static Subject Ermine { get; } =
        new("Ermine", ["dotnet", Path.Combine(Folder, "Apps", "ErmineQueue", "bin", Checkout.Configuration, "net10.0", "ErmineQueue.dll")]);

    public static Subject Raw { get; } = new("raw", ["dotnet", typeof(Subjects).Assembly.Location, RawSubject.Word]);

    /// <summary>Makes the peers that are asked for, which takes a while the first time.</summary>
    /// <exception cref="ArgumentException">There is no peer of that name.</exception>
    /// <exception cref="InvalidOperationException">One cannot be built or installed.</exception>
    public static async Task<IReadOnlyList<Subject>> PeersAsync(QueueOptions options, CancellationToken ct)
    {
        if (options.Peers?.Except(Peers).FirstOrDefault() is { } unknown) throw new ArgumentException($"There is no peer '{unknown}'; there are {string.Join(", ", Peers)}.");

        var peers = new List<Subject>();
        if (Wants("pg-boss") || Wants("graphile-worker"))
        {
            var words = await NodePeers.InstallAsync(Path.Combine(Folder, "Peers", "Node"), ct);
            if (Wants("pg-boss")) peers.Add(new Subject("pg-boss", [.. words, "pg-boss"]));
            if (Wants("graphile-worker")) peers.Add(new Subject("graphile-worker", [.. words, "graphile-worker"]));
        }

        if (Wants("wolverine")) peers.Add(new Subject("wolverine", await WolverinePeer.BuildAsync(Path.Combine(Folder, "Peers", "Wolverine"), ct)));
        return peers;

        bool Wants(string name) => options.Peers is null || options.Peers.Contains(name);
    }
}
