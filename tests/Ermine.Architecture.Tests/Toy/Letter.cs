namespace Ermine.Architecture.Tests.Toy;

/// <summary>What a dropped file holds.</summary>
public sealed record Letter(string From, string Text);
