using System.Security.Claims;
using System.Text;
using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>Runs as seen from one scope: within an invocation they are asked for in its commit, elsewhere at once.</summary>
internal sealed class Runs(Outbox outbox, RunTargets targets, IRunStore runs, PayloadSerializer serializer) : IRuns
{
    private const int MostListed = 1_000;
    private static readonly RunOptions Plain = new();
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    public Task<Guid> StartAsync(string function, ReadOnlyMemory<byte> arguments, RunOptions? options = null, CancellationToken ct = default) =>
        SendAsync(targets.Of(function).Message(arguments, options ?? Plain), options?.As, ct);

    public async Task<RunStatus?> GetAsync(Guid id, CancellationToken ct = default) =>
        await runs.FindAsync(id, isWhole: false, ct) is { } found ? Named(found) : null;

    public async Task<T> ResultAsync<T>(Guid id, CancellationToken ct = default)
    {
        var status = await GetAsync(id, ct);
        if (status is not { State: RunState.Done })
            throw new InvalidOperationException(status is null ? $"There is no run {id}, or none any more." : $"The run {id} of '{status.Function}' is not done: it is {status.State}{(status.Error is null ? "" : $" ({status.Error})")}.");
        return serializer.Read<T>(Encoding.UTF8.GetBytes(status.Result ?? throw new PayloadException($"The function '{status.Function}' answers nothing.")));
    }

    public async Task<RunStatus?> WaitAsync(Guid id, TimeSpan timeout, CancellationToken ct = default)
    {
        var began = TimeProvider.System.GetTimestamp(); // real time: the database's clock may be advanced meanwhile
        for (var pause = ShortestPause; ; pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause)
        {
            var status = await GetAsync(id, ct);
            var left = timeout - TimeProvider.System.GetElapsedTime(began);
            if (status is null or { HasEnded: true } || left <= TimeSpan.Zero) return status;
            await Task.Delay(pause < left ? pause : left, ct);
        }
    }

    public Task<bool> CancelAsync(Guid id, CancellationToken ct = default) => runs.CancelAsync(id, "It was cancelled.", ct);

    public async Task<Guid?> RerunAsync(Guid id, CancellationToken ct = default)
    {
        if (await runs.FindAsync(id, isWhole: true, ct) is not { Message: { } earlier } found || targets.OfQueue(found.Queue) is not { } target) return null;
        return await SendAsync(target.Again(earlier), null, ct);
    }

    public async Task<IReadOnlyList<RunStatus>> ListAsync(string function, RunState? state = null, Guid? after = null, int limit = 100, CancellationToken ct = default)
    {
        if (limit is < 1 or > MostListed) throw new ArgumentException($"The limit is {limit}; it is from 1 to {MostListed:N0}.", nameof(limit));
        return [.. (await runs.ListAsync(targets.Of(function).Queue, state, after, limit, ct)).Select(Named)];
    }

    private async Task<Guid> SendAsync(OutgoingMessage message, ClaimsPrincipal? sender, CancellationToken ct)
    {
        await outbox.SendAsync([message], sender, ct);
        return message.Run!.Value;
    }

    // A function that this node does not know, such as one of another app, is called by its queue.
    private RunStatus Named(RecordedRun run) => run.Status with { Function = targets.OfQueue(run.Queue)?.FunctionId ?? run.Queue };
}
