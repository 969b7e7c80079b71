namespace Ermine.Generator.Rules.Queues;

/// <summary>Why a name is no key of a payload.</summary>
/// <param name="Reason">What is wrong, as the middle of a sentence about the name.</param>
/// <param name="Advice">What to do.</param>
/// <param name="Meant">The member that was meant, where there is one.</param>
internal sealed record KeyFault(string Reason, string Advice, string? Meant = null);
