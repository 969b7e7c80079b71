namespace Ermine.Kernel;

/// <summary>What was taken of a rate.</summary>
/// <param name="Taken">How many, from 0 to what was asked for; negative where they were given back.</param>
/// <param name="Wait">How long it takes until there is one again; zero where there is.</param>
public readonly record struct RateGrant(int Taken, TimeSpan Wait);
