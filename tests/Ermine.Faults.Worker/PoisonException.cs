namespace Ermine.Faults.Worker;

/// <summary>What a poisonous message makes its function throw.</summary>
public sealed class PoisonException() : Exception("The message is poison.");
