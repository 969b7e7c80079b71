namespace Ermine.Kernel;

/// <summary>Settings of the host, bound to the configuration section <c>Ermine</c>.</summary>
public sealed class ErmineOptions
{
    /// <summary>Seconds that running functions get to finish when the node stops; then they are cancelled and their work is handed back. Default 35, at most 3,600.</summary>
    public int DrainSeconds { get; set; } = 35;
}
