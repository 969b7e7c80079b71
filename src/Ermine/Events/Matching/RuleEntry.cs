namespace Ermine.Events.Matching;

/// <summary>A rule within a set of rules.</summary>
internal class RuleEntry
{
    /// <summary>A small number that no other rule of the set has at the same time.</summary>
    public int Index { get; set; }

    /// <summary>Its branches, of which one is to match.</summary>
    public Branch[] Branches { get; set; } = [];
}
