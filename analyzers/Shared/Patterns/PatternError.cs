namespace Ermine.Shared.Patterns;

/// <summary>Why a text is no event pattern, and where.</summary>
/// <param name="Offset">UTF-16 units from the start of the pattern to the fault.</param>
/// <param name="Length">UTF-16 units of what is at fault; 0 at the end of the text.</param>
/// <param name="Message">The value, the rule that it breaks, and what to do instead.</param>
internal sealed record PatternError(int Offset, int Length, string Message);
