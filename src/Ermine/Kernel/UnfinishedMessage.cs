namespace Ermine.Kernel;

/// <summary>A message of a completed batch that is not done.</summary>
/// <param name="Message">The message.</param>
/// <param name="Outcome">Whether it is tried again or rejected.</param>
public sealed record UnfinishedMessage(Message Message, Outcome Outcome);
