namespace Ermine.Events.Matching;

/// <summary>Gives out small numbers, each to one owner at a time.</summary>
internal sealed class SmallNumbers
{
    private readonly Stack<int> _free = [];

    /// <summary>Every number that was ever given out is below this.</summary>
    public int End { get; private set; }

    public int Take() => _free.TryPop(out var number) ? number : End++;

    public void Return(int number) => _free.Push(number);
}
