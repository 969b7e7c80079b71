namespace Ermine.Benchmarks.Dispatch;

/// <summary>A trigger that only the benchmark serves.</summary>
internal sealed class BareTriggerAttribute : TriggerAttribute;
