namespace Ermine.Events.Matching;

/// <summary>A set of rules at one moment. It never changes, so that an event is matched against one moment's rules whatever others do.</summary>
/// <param name="Paths">The paths of the fields that rules name.</param>
/// <param name="Fields">The same fields by their numbers, where they are few; null where they are many.</param>
/// <param name="Index">The branches by hashes of the values that they ask for.</param>
/// <param name="Plans">How branches are found, by number of the field.</param>
/// <param name="Always">The branches that are looked at for every event: those that an event without any of their fields matches.</param>
/// <param name="BranchNumbers">Every branch's number is below this.</param>
/// <param name="RuleNumbers">Every rule's number is below this.</param>
/// <param name="Shapes">What they ask of events of known shapes.</param>
internal sealed record RuleSnapshot(PathNode Paths, NamedField?[]? Fields, HashTrie Index, FieldPlan[] Plans, Branch[] Always, int BranchNumbers, int RuleNumbers, ShapePlans Shapes)
{
    /// <summary>No rules.</summary>
    public static readonly RuleSnapshot Empty = new(PathNode.Empty, [], HashTrie.Empty, [], [], 0, 0, new ShapePlans());
}
