namespace Ermine;

/// <summary>Only the owner gets through: what the function returns is <see cref="IOwned"/> and the caller's, or the function has asked
/// <c>IOwnership</c> about what it loaded. A caller who is not the owner is answered 404, as if it were not there, and nothing is committed.</summary>
/// <remarks>It cannot be forgotten: a run that neither returned anything with an owner nor asked fails, and nothing is committed.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class OwnsAttribute : Attribute;
