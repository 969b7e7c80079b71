namespace Ermine.Tests.Auth;

/// <summary>Runs while nothing else does.</summary>
[CollectionDefinition(nameof(CostTests), DisableParallelization = true)]
public sealed class CostCollection;
