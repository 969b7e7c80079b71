namespace Ermine.Events;

/// <summary>One subscription, as operators see it.</summary>
/// <param name="Name">Its name: the id of its function, and after a colon what the app added for one that it made itself.</param>
/// <param name="Function">The function that gets the events.</param>
/// <param name="Bus">The bus.</param>
/// <param name="Pattern">Which events.</param>
/// <param name="Queue">The queue that they travel on, where they can be paused, counted and redriven as those of any other.</param>
/// <param name="IsDeclared">Whether it stands in the code.</param>
public sealed record EventSubscription(string Name, string Function, string Bus, string Pattern, string Queue, bool IsDeclared);
