namespace Ermine.Tests.Auth;

/// <summary>One row of the table of attacks.</summary>
/// <param name="Name">What is tried.</param>
/// <param name="Cause">Words of the log line that name the cause.</param>
/// <param name="IsTakenByStock">Whether ASP.NET Core's handler with default options lets it in: then it is we who close it.</param>
/// <param name="Token">Makes the token.</param>
internal sealed record Attack(string Name, string Cause, bool IsTakenByStock, Func<Attacked, string> Token);
