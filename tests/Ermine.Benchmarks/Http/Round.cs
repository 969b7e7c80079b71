namespace Ermine.Benchmarks.Http;

/// <summary>What one request cost each of the three servers, measured one after the other.</summary>
internal sealed record Round(RequestCost Hand, RequestCost HandAgain, RequestCost Ours)
{
    /// <summary>Microseconds of both servers that run the hand-written app, on average.</summary>
    public double ByHand => (Hand.Microseconds + HandAgain.Microseconds) / 2;
}
