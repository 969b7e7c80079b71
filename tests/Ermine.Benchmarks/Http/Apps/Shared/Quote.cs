namespace Ermine.Benchmarks.Http.Apps.Shared;

/// <summary>What the hand-written call takes: the arguments of the function as members of one object.</summary>
public sealed record Quote(int Customer, Order Order);
