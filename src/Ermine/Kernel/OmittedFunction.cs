namespace Ermine.Kernel;

/// <summary>A method marked as a function that the generator left out.</summary>
/// <param name="Method">Its full name.</param>
/// <param name="Rule">The rule it breaks, such as ERM006.</param>
/// <param name="Reason">What is wrong and what to do.</param>
public sealed record OmittedFunction(string Method, string Rule, string Reason);
