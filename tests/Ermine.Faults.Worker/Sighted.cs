namespace Ermine.Faults.Worker;

/// <summary>What a template makes of an event.</summary>
public sealed record Sighted(int Id, string Text);
