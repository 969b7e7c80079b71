namespace Ermine.Architecture.Toy;

/// <summary>Runs the function for each JSON file that is put into a folder.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[TriggerShape(InputShape.Message)]
public sealed class FileDropAttribute(string folder) : TriggerAttribute
{
    /// <summary>The folder, below the setting <c>FileDrop:Root</c>.</summary>
    public string Folder { get; } = folder;

    /// <summary>Milliseconds between two looks into the folder.</summary>
    [Limit(1, 60_000)] public int PollMilliseconds { get; init; } = 1_000;
}
