namespace Ermine.Functions;

/// <summary>How a sequence that has begun failed, as the data of the event <c>error</c>.</summary>
internal sealed record CallProblem(int Status, string Title, string? Detail);
