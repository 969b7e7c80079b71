namespace Ermine.Schedules.Expressions;

/// <summary>Why a text is no schedule.</summary>
/// <param name="Start">Where in the text what is wrong begins.</param>
/// <param name="Length">How many characters of it there are; 0 where something is missing.</param>
/// <param name="Reason">What is wrong, in half a sentence.</param>
internal sealed record ScheduleFault(int Start, int Length, string Reason);
