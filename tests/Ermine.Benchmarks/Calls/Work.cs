namespace Ermine.Benchmarks.Calls;

/// <summary>What the measured functions do, in every shape the same: next to nothing.</summary>
internal sealed class Work(TimeProvider clock)
{
    public static Task<long> AddAsync(int left, long right) => Task.FromResult(left + right);

    public static async Task<long> AddLaterAsync(int left, long right)
    {
        await Task.Yield();
        return left + right;
    }

    public Task<long> AddWithServiceAsync(int left, long right) => Task.FromResult(clock is null ? 0 : left + right);
}
