namespace Ermine.Benchmarks.Http.Rest;

/// <summary>What one app did in one round.</summary>
/// <param name="Rate">Requests a second.</param>
/// <param name="Cost">What each cost.</param>
internal sealed record RestFigure(double Rate, RequestCost Cost);
