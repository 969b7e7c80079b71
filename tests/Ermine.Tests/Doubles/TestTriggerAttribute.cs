namespace Ermine.Tests.Doubles;

[AttributeUsage(AttributeTargets.Method)]
internal sealed class TestTriggerAttribute : TriggerAttribute
{
    [Limit(1, 10)] public int Size { get; init; } = 1;

    [Limit(0, 1)] public double Share { get; init; }

    public DayOfWeek Day { get; init; }

    public string? Label { get; init; }

    public bool Retries { get; init; } = true;

    public override bool IsRetried => Retries;
}
