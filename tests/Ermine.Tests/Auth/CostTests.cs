using System.Net.Sockets;
using System.Text;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace Ermine.Tests.Auth;

/// <summary>What a request costs of memory, over a raw socket that takes none itself. By themselves, as other tests would be counted too.</summary>
[Collection(nameof(CostTests))]
public sealed class CostTests(ITestOutputHelper output) : IDisposable
{
    private const int Requests = 4_000;

    private readonly TestIssuer _issuer = new("good");

    [Fact]
    public async Task A_request_with_a_known_token_allocates_64_bytes_more_than_without_authorization_at_most_and_an_anonymous_one_no_more()
    {
        await using var plain = await StartAsync(isGuarded: false);
        await using var app = await StartAsync(isGuarded: true);

        var bare = await BytesAsync(plain, "GET /open HTTP/1.1\r\nHost: a\r\n\r\n");
        var anonymous = await BytesAsync(app, "GET /open HTTP/1.1\r\nHost: a\r\n\r\n");
        var known = await BytesAsync(app, $"GET /guarded HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {_issuer.Token()}\r\n\r\n");

        output.WriteLine($"{bare} bytes without authorization, {anonymous} anonymous, {known} with a token");
        Assert.InRange(anonymous, 0, bare + 32);
        Assert.InRange(known, 0, bare + 64); // all of a request, 600 bytes at most, is what the benchmark counts: here the server's part depends on what else the machine does
    }

    public void Dispose() => _issuer.Dispose();

    private static async Task<long> BytesAsync(HttpApp app, string request)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(app.Address.Host, app.Address.Port);
        var text = Encoding.ASCII.GetBytes(request);
        var buffer = new byte[4_096];
        for (var i = 0; i < Requests / 4; i++) Ask(socket, text, buffer);

        var least = long.MaxValue; // of several rounds: what else goes on in the process can only add to it
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < Requests; i++) Ask(socket, text, buffer);
            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / Requests);
        }

        return least;
    }

    private static void Ask(Socket socket, byte[] request, byte[] buffer)
    {
        socket.Send(request);
        var read = socket.Receive(buffer);
        Assert.True(buffer.AsSpan(0, read).StartsWith("HTTP/1.1 204 "u8));
    }

    private Task<HttpApp> StartAsync(bool isGuarded) => HttpApp.StartAsync(
        catalog =>
        {
            catalog.Add("test.open", new FunctionAttribute(), new RestAttribute("GET /open"), null, InputShape.Http, (_, _) => new(Outcome.Completed));
            if (isGuarded) catalog.Add("test.guarded", new FunctionAttribute(), new RestAttribute("GET /guarded"), null, InputShape.Http, (_, _) => new(Outcome.Completed), new AuthorizeAttribute("voter"));
        },
        builder =>
        {
            builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning);
            if (!isGuarded) return;
            _issuer.TrustIn(builder);
            builder.Configuration["Ermine:Auth:Policies:voter"] = "scope:vote";
        });
}
