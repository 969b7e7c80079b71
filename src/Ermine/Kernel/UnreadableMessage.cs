namespace Ermine.Kernel;

/// <summary>A message whose payload is not what the function expects.</summary>
/// <param name="Message">The message.</param>
/// <param name="Reason">Why, without its content.</param>
public sealed record UnreadableMessage(Message Message, string Reason);
