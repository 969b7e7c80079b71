using System.ComponentModel;

namespace Ermine;

/// <summary>Names the queue that messages of this type travel on: lower-case letters, digits and hyphens, a letter first, at most 40.</summary>
public sealed class QueueAttribute(string name) : ContractAttribute(name)
{
    /// <summary>The member of the payload by whose value messages form groups: those of a group are handled one at a time, in the order in
    /// which they were sent, over any number of nodes. Default: none, and no order. Cannot be combined with a delay or a priority.</summary>
    public string? GroupKey { get; init; }

    /// <summary>The name that the queue had before: its function goes on handling what is sent there, too, as by nodes of an older build.</summary>
    public string? FormerName { get; init; }

    /// <summary>The contract's version. A node takes messages up to the version that it knows; newer ones wait for a node that knows them, so
    /// raise it with a change that older code cannot read.</summary>
    [Limit(1, 32_767), DefaultValue(1)] public int Version { get; init; } = 1;
}
