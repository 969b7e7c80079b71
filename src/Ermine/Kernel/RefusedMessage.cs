namespace Ermine.Kernel;

/// <summary>A message of a batch that its function is not to see.</summary>
/// <param name="Message">The message.</param>
/// <param name="Reason">Why, in one line.</param>
/// <param name="Kind">The same for refusals of one kind, whoever sent the message.</param>
internal sealed record RefusedMessage(Message Message, string Reason, string Kind);
