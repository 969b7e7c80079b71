namespace Ermine.Kernel;

/// <summary>Something that is wrong with a value.</summary>
/// <param name="Path">Where: a JSON pointer from the value that is being checked, or the name of a parameter.</param>
/// <param name="Message">What is wrong, for who has sent it.</param>
internal readonly record struct ValidationError(string Path, string Message);
