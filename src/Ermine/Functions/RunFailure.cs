namespace Ermine.Functions;

/// <summary>What the function that <see cref="OnDemandAttribute.OnFailure"/> names is given.</summary>
/// <param name="Run">The run that failed for good.</param>
/// <param name="Function">Its function's id.</param>
/// <param name="Reason">Why, in one line.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record RunFailure(Guid Run, string Function, string Reason, int Attempts);
