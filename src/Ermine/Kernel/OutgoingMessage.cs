namespace Ermine.Kernel;

/// <summary>One message to be sent.</summary>
/// <param name="Queue">The queue's name.</param>
/// <param name="Payload">The body: JSON in UTF-8.</param>
/// <param name="Delay">How long it is to wait before it is due. Default: not at all.</param>
/// <param name="Headers">What travels beside the body.</param>
public sealed record OutgoingMessage(string Queue, ReadOnlyMemory<byte> Payload, TimeSpan Delay = default, IReadOnlyDictionary<string, string>? Headers = null);
