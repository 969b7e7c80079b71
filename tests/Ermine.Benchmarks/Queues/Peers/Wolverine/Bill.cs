namespace WolverinePeer;

/// <summary>What the handler that stores documents takes.</summary>
public sealed record Bill(long At, string Kind, string Pad);
