using Ermine.Postgres.Development;

namespace Ermine.Postgres.Tests.Development;

/// <summary>The entry point of this assembly: a process that uses the development server until its input ends, or until it is killed.</summary>
internal static class ServerUser
{
    /// <summary>Acquires the server of a content root with a cache, says <c>started|reused pid</c>, waits for the end of input, gives the share back.</summary>
    public static async Task Main(string[] args)
    {
        var places = SearchPlaces.OfThisMachine() with { Cache = args[1] };
        await using var server = await DevelopmentServer.AcquireAsync(args[0], places, Console.Error.WriteLine, CancellationToken.None);
        Console.WriteLine($"{(server.Started ? "started" : "reused")} {Checkout.PostmasterOf(args[0])}");
        await Console.In.ReadToEndAsync();
    }
}
