namespace Ermine.Events.Matching;

/// <summary>A name on the way to a field, and what stands before it.</summary>
/// <param name="node">Where it leads.</param>
/// <param name="name">The name.</param>
/// <param name="before">The name before it; null for the first.</param>
internal sealed class NamedField(PathNode node, byte[] name, NamedField? before)
{
    public PathNode Node { get; } = node;

    public byte[] Name { get; } = name;

    public NamedField? Before { get; } = before;
}
