namespace Ermine.Postgres.Tests.Webhooks;

/// <summary>What a receiver answers.</summary>
internal sealed record Answer(int Status, string? RetryAfter = null, Task? After = null)
{
    public static Answer Ok { get; } = new(200);
}
