using System.Collections.Concurrent;

namespace Ermine.Kernel;

/// <summary>The queues that functions of this node read, by whatever trigger; filled while the app starts.</summary>
public sealed class WorkQueues
{
    private readonly ConcurrentDictionary<string, byte> _read = new(StringComparer.Ordinal);

    /// <summary>Whether a function of this node reads the queue.</summary>
    public bool AreRead(string queue) => _read.ContainsKey(queue);

    internal void Add(string queue) => _read[queue] = 0;
}
