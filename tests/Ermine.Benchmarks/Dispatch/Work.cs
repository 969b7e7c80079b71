namespace Ermine.Benchmarks.Dispatch;

/// <summary>What the measured functions do, in every shape the same: next to nothing.</summary>
internal sealed class Work(TimeProvider clock)
{
    private static long _count;

    public static void Count() => _count++;

    public static ValueTask CountAtOnceAsync()
    {
        _count++;
        return default;
    }

    public static async Task CountLaterAsync()
    {
        await Task.Yield();
        _count++;
    }

    public void CountWithService()
    {
        if (clock is not null) _count++;
    }
}
