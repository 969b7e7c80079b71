using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Ermine.Benchmarks.Http;

/// <summary>A process of its own that asks as fast as it is answered: HTTP/1.1 over raw sockets, 16 requests in flight on each connection.</summary>
internal static class LoadClient
{
    private const int Depth = 16;
    private const int Connections = 8;

    /// <summary>Reads orders from its input, one a line, as in <c>http://127.0.0.1:5000/ get 20000</c>, and says <c>done</c> after each.</summary>
    public static async Task<int> RunAsync()
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var (address, request, count) = Parse(line.Split(' '));
            await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => AskAsync(address, request, count / Connections)));
            Console.WriteLine("done");
        }

        return 0;
    }

    private static (Uri Address, byte[] Request, int Count) Parse(string[] order) =>
        (new Uri(order[0]), Encoding.ASCII.GetBytes(Text(order[1])), int.Parse(order[2], CultureInfo.InvariantCulture));

    private static string Text(string kind)
    {
        const string order = """{"name":"a pound of tea","count":3,"price":4.25}""";
        return kind switch
        {
            "get" => "GET /items/4711 HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "post" => Post("/orders", order),
            "call" => Post("/_ermine/functions/shop.quote", $$"""{"customer":4711,"order":{{order}}}"""),
            _ => throw new ArgumentException($"There is no kind of request '{kind}'."),
        };
    }

    private static string Post(string path, string body) =>
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    private static async Task AskAsync(Uri address, byte[] request, int count)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        var answer = await LearnAsync(socket, request);
        var burst = Enumerable.Repeat(request, Depth).SelectMany(r => r).ToArray();
        var buffer = new byte[answer * Depth];
        for (var asked = 0; asked < count; asked += Depth)
        {
            await SendAsync(socket, burst);
            for (var read = 0; read < buffer.Length;) read += await ReceiveAsync(socket, buffer.AsMemory(read));
            for (var i = 0; i < Depth; i++) ThrowUnlessAnswer(buffer.AsSpan(i * answer, answer));
        }
    }

    // All answers are alike, so the length of the first tells where the others end.
    private static async Task<int> LearnAsync(Socket socket, byte[] request)
    {
        await SendAsync(socket, request);
        var buffer = new byte[4_096];
        var read = 0;
        while (!IsWhole(buffer.AsSpan(0, read))) read += await ReceiveAsync(socket, buffer.AsMemory(read));
        ThrowUnlessAnswer(buffer.AsSpan(0, read));
        return read;
    }

    private static bool IsWhole(ReadOnlySpan<byte> read)
    {
        var head = read.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        if (read[..head].IndexOf("Transfer-Encoding: chunked"u8) >= 0) return read.EndsWith("0\r\n\r\n"u8);

        var length = read[(read.IndexOf("Content-Length: "u8) + "Content-Length: ".Length)..];
        return read.Length == head + 4 + int.Parse(length[..length.IndexOf("\r\n"u8)], CultureInfo.InvariantCulture);
    }

    private static void ThrowUnlessAnswer(ReadOnlySpan<byte> answer)
    {
        if (!answer.StartsWith("HTTP/1.1 200 "u8) || !(answer.EndsWith("}\r\n0\r\n\r\n"u8) || answer.EndsWith("}"u8)))
            throw new InvalidDataException($"Not the expected answer: {Encoding.UTF8.GetString(answer)}");
    }

    private static async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[await socket.SendAsync(bytes)..];
    }

    private static async Task<int> ReceiveAsync(Socket socket, Memory<byte> buffer) =>
        await socket.ReceiveAsync(buffer) is > 0 and var more ? more : throw new IOException("The server closed the connection.");
}
