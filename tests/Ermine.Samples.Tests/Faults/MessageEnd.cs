using Ermine.Faults.Worker;

namespace Ermine.Samples.Tests.Faults;

/// <summary>What became of a message.</summary>
internal sealed record MessageEnd(SentMessage Message, int Effects, int Letters)
{
    public bool HasEnded => Effects + Letters > 0;

    /// <summary>What is wrong about it; null if nothing is.</summary>
    public string? Violation() => (Message, Effects, Letters) switch
    {
        ({ IsAccepted: true }, 0, 0) => $"Message {Message.Id} was accepted and is lost.",
        (_, > 0, > 0) => $"Message {Message.Id} is done and in the dead letters.",
        (_, _, > 1) => $"Message {Message.Id} is in the dead letters {Letters} times.",
        (_, > 1, _) when Message.Queue != History.Loose => $"Message {Message.Id} has {Effects} effects.",
        ({ Conduct: Conduct.Poison }, > 0, _) => $"Message {Message.Id} is poison and is done.",
        ({ Conduct: not Conduct.Poison }, _, > 0) => $"Message {Message.Id} was given up.",
        _ => null,
    };
}
