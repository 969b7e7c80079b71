using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;

namespace Ermine.Samples.Tests.Node;

/// <summary>A receiver of webhooks as others write them: a Node.js server that verifies by the package of Standard Webhooks.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private WebhookReceiver(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text) _lines.Writer.TryWrite(text);
        };
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine(); // read to be thrown away: a full pipe would stop it
    }

    /// <summary>Where it receives.</summary>
    public string Address { get; private set; } = "";

    public static async Task<WebhookReceiver> StartAsync(string secret)
    {
        var receiver = new WebhookReceiver(await NodeTools.ScriptInfoAsync("receive-webhooks.mjs", secret));
        receiver.Address = $"http://127.0.0.1:{await receiver.LineAsync()}";
        return receiver;
    }

    /// <summary>Says what it answers next: a status each, and what it sends as <c>Retry-After</c>.</summary>
    public async Task TellAsync(params object[][] answers)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(answers));
        await _process.StandardInput.FlushAsync();
        Assert.Equal("told", await LineAsync());
    }

    /// <summary>The next delivery that nobody has asked for.</summary>
    public async Task<ReceivedWebhook> NextAsync() => JsonSerializer.Deserialize<ReceivedWebhook>(await LineAsync(), JsonSerializerOptions.Web)!;

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<string> LineAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _lines.Reader.ReadAsync(patience.Token);
    }
}
