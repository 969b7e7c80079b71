namespace Ermine.Kernel;

/// <summary>Runs one invocation without waiting and without a way to be cancelled: a generated handler of a synchronous function that takes no token.</summary>
public delegate Outcome SynchronousHandler(Invocation invocation);
