namespace WolverinePeer;

/// <summary>What the handler without effects takes.</summary>
public sealed record Order(long At, string Kind, string Pad);
