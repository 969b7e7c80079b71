namespace Ermine.Generator.Model;

/// <summary>One thing that is asked of a value.</summary>
/// <param name="Fails">The condition under which it is wrong.</param>
/// <param name="Message">The expression of what is then said.</param>
internal sealed record ValidationCheck(string Fails, string Message);
