namespace Ermine.Benchmarks.Http.Rest;

/// <summary>A kind of request.</summary>
/// <param name="Word">Its word on the command line.</param>
/// <param name="Name">What the table calls it.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path.</param>
/// <param name="Depth">How many a connection has on their way at once.</param>
/// <param name="NeedsToken">Whether a token goes with it.</param>
/// <param name="Body">The body, as JSON.</param>
/// <param name="Answer">What every app must answer.</param>
internal sealed record RestRequest(string Word, string Name, string Method, string Path, int Depth, bool NeedsToken, string? Body, string Answer)
{
    public static RestRequest Get { get; } = new("get", "GET", "GET", "/items/4711", 16, false, null, """{"id":4711,"name":"a pound of tea","cents":425}""") { RateAtLeast = 1.4, BytesAtMost = 500 };

    public static RestRequest Jwt { get; } = new("jwt", "JWT GET", "GET", "/me", 16, true, null, $$"""{"subject":"{{Token.Subject}}"}""") { RateAtLeast = 2, BytesAtMost = 600 };

    public static RestRequest Post { get; } = new("post", "POST", "POST", "/baskets", 1, false,
        """{"reference":"b-4711","buyer":{"name":"Ada","email":"ada@example.org"},"lines":[{"sku":"tea","quantity":2,"cents":425},{"sku":"cup","quantity":1,"cents":1250},{"sku":"pot","quantity":1,"cents":3900}]}""",
        """{"reference":"b-4711","cents":6000}""")
    {
        CpuAtMost = 0.9,
        BytesAtMost = 2_000,
    };

    /// <summary>What is asked of Ermine, in times of the rate of the baseline; null where wrk has its limit before a server has.</summary>
    public double? RateAtLeast { get; private init; }

    /// <summary>What is asked of Ermine, in times of the processor time of the baseline.</summary>
    public double CpuAtMost { get; private init; } = 1;

    /// <summary>What is asked of Ermine, in bytes that a request allocates.</summary>
    public required double BytesAtMost { get; init; }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RestRequest> All { get; } = [Get, Jwt, Post];
}
