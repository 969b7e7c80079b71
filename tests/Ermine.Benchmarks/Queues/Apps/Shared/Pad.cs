namespace Ermine.Benchmarks.Queues.Apps.Shared;

/// <summary>Makes the JSON of every message 256 bytes long: <c>{"at":1,"kind":"order.created","pad":"xxx"}</c>.</summary>
internal static class Pad
{
    /// <summary>What every message is.</summary>
    public const string Kind = "order.created";

    private const int Bytes = 256;
    private const string Frame = """{"at":,"kind":"order.created","pad":""}""";

    /// <summary>What makes up the length, for a message made at this tick of the stopwatch.</summary>
    public static string For(long at) => new('x', Bytes - Frame.Length - Digits(at));

    private static int Digits(long value)
    {
        var digits = 1;
        while ((value /= 10) > 0) digits++;
        return digits;
    }
}
