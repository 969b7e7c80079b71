namespace Ermine.Benchmarks.Start;

/// <summary>Milliseconds from the start of a process to what it did first.</summary>
/// <param name="Ready">It says that it listens.</param>
/// <param name="Response">It has answered a request that reads the database.</param>
/// <param name="Write">It has answered a request whose write is committed.</param>
internal sealed record StartTimes(double Ready, double Response, double Write);
