namespace Ermine.Benchmarks.Queues.Rows;

/// <summary>What was measured of each queue in each round.</summary>
internal sealed class Rounds
{
    private readonly Dictionary<string, List<Figure>> _figures = [];

    /// <summary>Those of which there is anything.</summary>
    public IReadOnlyCollection<string> Names => _figures.Keys;

    public void Add(string name, Figure figure)
    {
        if (!_figures.TryGetValue(name, out var list)) _figures[name] = list = [];
        list.Add(figure);
        Console.Error.WriteLine($"  {name}: {figure}");
    }

    public Figure Of(string name) => Figure.Median(_figures[name]);

    /// <summary>A row that says how many times as fast the one is as the other.</summary>
    public BenchmarkRow Ratio(string what, string one, string other, double? atLeast) =>
        new($"{what}: {one} to {other}", Of(one).PerSecond / Of(other).PerSecond, "times", AtLeast: atLeast, Note: $"{Of(one)} to {Of(other)}");

    /// <summary>The subjects in another order each round, so that nobody is always first.</summary>
    public static IEnumerable<Subject> Rotated(IReadOnlyList<Subject> subjects, int round) => subjects.Select((_, i) => subjects[(i + round) % subjects.Count]);
}
