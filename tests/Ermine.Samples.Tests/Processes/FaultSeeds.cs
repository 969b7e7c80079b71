using System.Globalization;

namespace Ermine.Samples.Tests.Processes;

/// <summary>The seeds of a test of faults: one in an ordinary run, many with ERMINE_FAULTS=long, a given one with ERMINE_SEED. Each is part of the test's name.</summary>
internal static class FaultSeeds
{
    /// <summary>Whether tests of faults are to run at length.</summary>
    public static bool AreLong => Environment.GetEnvironmentVariable("ERMINE_FAULTS") == "long";

    public static TheoryData<int> Take(int atLength)
    {
        if (Environment.GetEnvironmentVariable("ERMINE_SEED") is { Length: > 0 } given) return [int.Parse(given, CultureInfo.InvariantCulture)];

        var seeds = new TheoryData<int>();
        var rounds = AreLong ? atLength : 1;
        for (var round = 0; round < rounds; round++) seeds.Add(Random.Shared.Next(1, 1_000_000));
        return seeds;
    }
}
