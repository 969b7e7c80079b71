namespace Ermine.Generator.Emitting;

/// <summary>Types of the runtime, as generated code names them: from the root, so that no name of the user's can come in between.</summary>
internal static class Types
{
    public const string Catalog = "global::Ermine.Kernel.FunctionCatalog";
    public const string InputShape = "global::Ermine.InputShape";
    public const string Invocation = "global::Ermine.Kernel.Invocation";
    public const string HttpInvocation = "global::Ermine.Http.HttpInvocation";
    public const string RestDescription = "global::Ermine.Http.RestDescription";
    public const string RestSource = "global::Ermine.Http.RestSource";
    public const string Batch = "global::Ermine.Kernel.Batch";
    public const string Arguments = "global::Ermine.Kernel.Arguments";
    public const string ValidationErrors = "global::Ermine.Kernel.ValidationErrors";
    public const string Pipe = "global::Ermine.Events.EventPipe";
    public const string Functions = "global::Ermine.Functions.IFunctions";
    public const string RunOptions = "global::Ermine.Functions.RunOptions";
    public const string Guid = "global::System.Guid";
    public const string Outcome = "global::Ermine.Kernel.Outcome";
    public const string SynchronousHandler = "global::Ermine.Kernel.SynchronousHandler";
    public const string Task = "global::System.Threading.Tasks.Task";
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
}
