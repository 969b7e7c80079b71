namespace Ermine.Kernel;

/// <summary>Runs one invocation: a generated handler, or a middleware around one.</summary>
public delegate ValueTask<Outcome> FunctionHandler(Invocation invocation, CancellationToken ct);
