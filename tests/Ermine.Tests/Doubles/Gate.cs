namespace Ermine.Tests.Doubles;

/// <summary>A place where a function waits until the test lets it go on, and tells that it has come there.</summary>
internal sealed class Gate
{
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly SemaphoreSlim _open = new(0);

    public async Task PassAsync(CancellationToken ct = default)
    {
        _arrived.Release();
        await _open.WaitAsync(ct);
    }

    public Task ArrivedAsync() => _arrived.WaitAsync();

    public void Open() => _open.Release();
}
