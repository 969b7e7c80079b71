namespace Ermine.Generator.Model;

/// <summary>A method that is marked as a function and cannot be one.</summary>
/// <param name="Method">Its full name.</param>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Reason">What is wrong and what to do.</param>
internal sealed record OmittedModel(string Method, string Rule, string Reason);
