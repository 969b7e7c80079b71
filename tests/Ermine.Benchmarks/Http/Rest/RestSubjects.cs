using Ermine.Benchmarks.Queues;

namespace Ermine.Benchmarks.Http.Rest;

/// <summary>The apps that are measured.</summary>
internal static class RestSubjects
{
    /// <summary>What all others are compared with: a minimal API with the request delegate generator, validation and JwtBearer.</summary>
    public const string Baseline = "RDG";

    private static readonly string Folder = Path.Combine(Checkout.Root, "tests", "Ermine.Benchmarks", "Http", "Rest");
    private static readonly IReadOnlyDictionary<string, string> Peers = new Dictionary<string, string>
    {
        [Baseline] = "Minimal",
        ["Wolverine.Http"] = "WolverineRest",
        ["FastEndpoints"] = "FastRest",
        ["MVC"] = "Mvc",
    };

    public static RestSubject Ermine { get; } =
        new("Ermine", ["dotnet", Path.Combine(Folder, "Apps", "ErmineRest", "bin", Checkout.Configuration, "net10.0", "ErmineRest.dll")]);

    /// <summary>Builds the baseline, and the peers that are asked for. They are in no solution, so that nobody pays for them who does not measure.</summary>
    /// <exception cref="ArgumentException">There is no peer of that name.</exception>
    /// <exception cref="InvalidOperationException">One cannot be built.</exception>
    public static async Task<IReadOnlyList<RestSubject>> BuildPeersAsync(IReadOnlyList<string>? names, CancellationToken ct)
    {
        if (names?.Except(Peers.Keys, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown) throw new ArgumentException($"There is no peer '{unknown}'; there are {string.Join(", ", Peers.Keys)}.");

        var subjects = new List<RestSubject>();
        foreach (var (name, project) in Peers.Where(peer => peer.Key == Baseline || names is null || names.Contains(peer.Key, StringComparer.OrdinalIgnoreCase)))
        {
            var folder = Path.Combine(Folder, "Peers", project);
            var program = Path.Combine(folder, "bin", "Release", "net10.0", $"{project}.dll");
            await BuildAsync(folder, ct);
            if (name == "Wolverine.Http") // else it would compile its code at every start
            {
                await Tool.RunAsync(["dotnet", program, "codegen", "write"], folder, ct);
                await BuildAsync(folder, ct);
            }

            subjects.Add(new RestSubject(name, ["dotnet", program]));
        }

        return subjects;
    }

    /// <summary>Compiles Ermine's app and the baseline's to machine code, which takes minutes.</summary>
    /// <exception cref="InvalidOperationException">One cannot be linked.</exception>
    public static async Task<IReadOnlyList<RestSubject>> PublishAotAsync(CancellationToken ct) =>
        [await PublishAotAsync("Ermine, native", "Apps", "ErmineAot", ct), await PublishAotAsync($"{Baseline}, native", "Peers", "MinimalAot", ct)];

    private static async Task<RestSubject> PublishAotAsync(string name, string group, string project, CancellationToken ct)
    {
        var folder = Path.Combine(Folder, group, project);
        var output = Path.Combine(folder, "bin", "aot");
        try
        {
            await Tool.RunAsync(["dotnet", "publish", folder, "-c", "Release", "-o", output, "-v", "quiet"], folder, ct);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException("The app cannot be compiled to machine code. Linking needs clang and zlib: run 'apt-get install clang zlib1g-dev' as root.", e);
        }

        return new RestSubject(name, [Path.Combine(output, project)]);
    }

    private static Task BuildAsync(string folder, CancellationToken ct) => Tool.RunAsync(["dotnet", "build", folder, "-c", "Release", "-v", "quiet"], folder, ct);
}
