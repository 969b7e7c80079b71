using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace Ermine.Benchmarks.Queues;

/// <summary>One role of one queue, in a process of its own.</summary>
internal sealed class SubjectProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Process _process;
    private readonly string _name;
    private readonly Task _reading;

    private SubjectProcess(Process process, string name)
    {
        (_process, _name) = (process, name);
        _reading = ReadToEndAsync();
    }

    /// <summary>Processor time of all its threads so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static SubjectProcess Start(Subject subject, BenchDatabase database, params IEnumerable<string> role)
    {
        var start = new ProcessStartInfo(subject.Words[0], [.. subject.Words.Skip(1), .. role]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in database.Environment) start.Environment[name] = value;
        return new SubjectProcess(Process.Start(start)!, $"{subject.Name} {string.Join(' ', role)}");
    }

    /// <summary>Waits for the line that begins with a word, and answers the words after it.</summary>
    /// <exception cref="InvalidOperationException">The process ended, said something else, or said nothing for minutes.</exception>
    public async Task<string[]> ExpectAsync(string word, CancellationToken ct)
    {
        var words = (await ReadAsync(ct)).Split(' ');
        return words[0] == word ? words[1..] : throw new InvalidOperationException($"{_name} said '{string.Join(' ', words)}', not '{word}'.");
    }

    /// <summary>Waits until it says <c>done</c>, but no longer than this.</summary>
    public async Task DoneAsync(TimeSpan atMost, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(atMost);
        Task said = _lines.Reader.WaitToReadAsync(limit.Token).AsTask();
        await said.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
    }

    /// <summary>Asks how many messages were sent or handled.</summary>
    public async Task<long> CountAsync(CancellationToken ct)
    {
        await _process.StandardInput.WriteLineAsync("count".AsMemory(), ct);
        while (true)
        {
            if ((await ReadAsync(ct)).Split(' ') is ["count", var number]) return long.Parse(number, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Closing its input ends it; one that does not end by that is killed, for what it does then is not measured.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Grace);
        await _process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _reading;
        _process.Dispose();
    }

    private async Task<string> ReadAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            return await _lines.Reader.ReadAsync(limit.Token);
        }
        catch (ChannelClosedException)
        {
            throw new InvalidOperationException($"{_name} ended too soon; its error is above.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new InvalidOperationException($"{_name} has said nothing for {Patience.TotalMinutes:0} minutes.");
        }
    }

    // Some products print what they do; only what was agreed on is an answer.
    private async Task ReadToEndAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (line.Split(' ')[0] is "began" or "done" or "count") _lines.Writer.TryWrite(line);
        }

        _lines.Writer.Complete();
    }
}
