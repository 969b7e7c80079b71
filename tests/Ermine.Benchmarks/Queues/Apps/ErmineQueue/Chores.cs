namespace ErmineQueue;

/// <summary>Does what <see cref="Orders"/> does, as a run that is asked for, and answers.</summary>
public sealed class Chores(Counter counter)
{
    [Function]
    public long Do(long at, string kind, string pad)
    {
        counter.Add(at);
        return at + kind.Length + pad.Length;
    }
}
