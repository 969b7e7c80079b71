using System.Security.Claims;

namespace Ermine.Kernel;

/// <summary>Lets the identity of whoever sends travel with a message, signed, and reads it where the message arrives. A port that the identity slice fills.</summary>
public interface IIdentityCarrier
{
    /// <summary>Whether messages of this app say by themselves on whose behalf they were sent.</summary>
    bool Attaches { get; }

    /// <summary>Puts the sender's identity onto messages; answers them as they are where the sender is nobody.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="sender">On whose behalf they are sent.</param>
    /// <param name="isAsked">Whether the sender was named for these messages, so that leaving the identity off would be wrong.</param>
    /// <exception cref="ArgumentException">The identity is too large, or was asked for and is nobody's.</exception>
    /// <exception cref="InvalidOperationException">It was asked for, and this app has no key to sign it with.</exception>
    IReadOnlyList<OutgoingMessage> Attach(IReadOnlyList<OutgoingMessage> messages, ClaimsPrincipal sender, bool isAsked);

    /// <summary>On whose behalf a message was sent to a queue, as far as its signature proves it.</summary>
    Sender Read(string queue, Message message);

    /// <summary>The headers of a message that gets another body, or another address: the identity that it bears, if it is a right one, is signed for those.</summary>
    IReadOnlyDictionary<string, string>? Renew(IReadOnlyDictionary<string, string>? headers, (string Queue, ReadOnlyMemory<byte> Body) before, (string Queue, ReadOnlyMemory<byte> Body) after);
}
