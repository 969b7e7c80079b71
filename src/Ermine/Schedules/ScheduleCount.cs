namespace Ermine.Schedules;

/// <summary>How many firings there were.</summary>
internal sealed record ScheduleCount(int Count);
