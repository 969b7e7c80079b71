using Ermine.Architecture.Toy;

namespace Ermine.Architecture.Tests.Toy;

/// <summary>Functions behind triggers that Ermine has never heard of.</summary>
public sealed class Inbox(Arrivals arrivals)
{
    [Function, FileDrop("letters", PollMilliseconds = 5)]
    public void Open(Letter letter) => arrivals.Add(letter.Text.Length > 0 ? $"{letter.From}: {letter.Text}" : throw new ArgumentException("A letter says something."));

    [Function, Ticker(EverySeconds = 60)]
    public void Look() => arrivals.Add("looked");
}
