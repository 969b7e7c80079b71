namespace Ermine.Benchmarks.Queues;

/// <summary>Builds the peer that is a .NET program. It is in no solution, so that nobody pays for it who does not measure.</summary>
internal static class WolverinePeer
{
    public static async Task<IReadOnlyList<string>> BuildAsync(string folder, CancellationToken ct)
    {
        await Tool.RunAsync(["dotnet", "build", folder, "-c", "Release", "-v", "quiet"], folder, ct);
        return ["dotnet", Path.Combine(folder, "bin", "Release", "net10.0", "WolverinePeer.dll")];
    }
}
