namespace Ermine.Schedules.Toy;

/// <summary>What sets an alarm.</summary>
public sealed record NewAlarm(string Expression, string Text, bool Fails = false);
