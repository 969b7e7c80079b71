namespace Ermine.Events;

/// <summary>A replay in the hands of one node, for as long as nobody else has taken it over.</summary>
/// <param name="Replay">The replay, as it was then.</param>
/// <param name="Epoch">How often it has been taken over.</param>
public sealed record HeldReplay(EventReplay Replay, long Epoch);
