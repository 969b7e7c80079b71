namespace Ermine.Functions;

/// <summary>Where a run is found that has not ended.</summary>
internal sealed record RunLocation(Guid Id, string Location);
